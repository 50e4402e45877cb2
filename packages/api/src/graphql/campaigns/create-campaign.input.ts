import type { Channel, Purpose } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ChannelEnum, PurposeEnum } from '../shared/enums.ts';
import { CampaignAudienceInput } from '../audience/campaign-audience.input.ts';
import { CampaignTextsInput } from './campaign-texts.input.ts';

/** More than these go through a book. */
export const MOST_RECIPIENTS = 1_000;

@InputType()
export class CreateCampaignInput extends CampaignTextsInput {
  @Field(() => ChannelEnum, {
    nullable: true,
    description: 'EMAIL if not given. A campaign of the channel SMS has a text alone.',
  })
  readonly channel?: Channel | null;

  @Field(() => ID, { nullable: true, description: 'To whom: the contacts of this book.' })
  readonly addressBookId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Instead of a book: the account for which `recipients` are written to.',
  })
  readonly accountId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `Addresses of its channel, at most ${MOST_RECIPIENTS}. A stop of one of them is a request against the account.`,
  })
  readonly recipients?: string[] | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description: 'Of a campaign by hand: MARKETING if not given, or TRANSACTIONAL.',
  })
  readonly purpose?: Purpose | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What one click leaves; if not given: the book.',
  })
  readonly topicId?: string | null;

  @Field(() => CampaignAudienceInput, {
    nullable: true,
    description: 'Which part of the book; all of it if not given.',
  })
  readonly audience?: CampaignAudienceInput | null;

  @Field(() => String)
  readonly name!: string;
}
