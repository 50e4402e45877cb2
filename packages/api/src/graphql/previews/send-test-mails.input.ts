import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

export const MOST_ADDRESSES = 10;

@InputType()
export class SendTestMailsInput extends IdempotentInput {
  @Field(() => ID)
  readonly campaignId!: string;

  @Field(() => [String], {
    description: `Up to ${MOST_ADDRESSES} addresses of the campaign’s channel.`,
  })
  readonly to!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'As whom they are filled. Without a contact: a made-up reader, who has no fields.',
  })
  readonly contactId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The contact by their address, in the campaign’s book or another of its account.',
  })
  readonly contactAddress?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'sv, cs, de, da or en, instead of the contact’s or the campaign’s own.',
  })
  readonly language?: string | null;
}
