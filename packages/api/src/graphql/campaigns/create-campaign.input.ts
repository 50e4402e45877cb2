import type { Purpose } from '@adieu/domain';
import type { WayOutHeader } from '@adieu/templates';
import { Field, ID, InputType } from 'type-graphql';
import { PurposeEnum } from '../shared/enums.ts';
import { CampaignAudienceInput } from '../audience/campaign-audience.input.ts';
import {
  CampaignIdentityInput,
  CampaignPartialInput,
  LocalisedTextInput,
  WayOutHeaderEnum,
} from './campaign-texts.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

/** More than these go through a book. */
export const MOST_RECIPIENTS = 1_000;

@InputType()
export class CreateCampaignInput extends IdempotentInput {
  @Field(() => ID, { nullable: true, description: 'To whom: the contacts of this book.' })
  readonly addressBookId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Instead of a book: the account for which `recipients` are written to.',
  })
  readonly accountId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `E-mail addresses, at most ${MOST_RECIPIENTS}. A stop of one of them is a request against the account.`,
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

  @Field(() => [LocalisedTextInput], {
    description: 'With merge fields, as in {{ contact.first_name }}.',
  })
  readonly subject!: LocalisedTextInput[];

  @Field(() => [LocalisedTextInput], {
    defaultValue: [],
    description: 'MJML with merge fields, in the languages of the subject.',
  })
  readonly mjml!: LocalisedTextInput[];

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'Ready HTML with merge fields, for languages without MJML.',
  })
  readonly html?: LocalisedTextInput[] | null;

  @Field(() => [LocalisedTextInput], {
    nullable: true,
    description: 'The text part; made from the HTML for languages that have none.',
  })
  readonly text?: LocalisedTextInput[] | null;

  @Field(() => [CampaignPartialInput], { nullable: true })
  readonly partials?: CampaignPartialInput[] | null;

  @Field(() => WayOutHeaderEnum, {
    nullable: true,
    description: 'If not given: where {{ unsubscribe }} stands, else at the top.',
  })
  readonly header?: WayOutHeader | null;

  @Field(() => CampaignIdentityInput, { nullable: true })
  readonly identity?: CampaignIdentityInput | null;
}
