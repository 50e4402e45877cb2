import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { BY_ADDRESS, IN_LANGUAGE } from './reader.fields.ts';

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

  @Field(() => String, BY_ADDRESS)
  readonly contactAddress?: string | null;

  @Field(() => String, IN_LANGUAGE)
  readonly language?: string | null;
}
