import { Field, InputType } from 'type-graphql';

/** What the input of every mutation carries. */
@InputType()
export abstract class IdempotentInput {
  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same input gives the first answer again.',
  })
  readonly idempotencyKey?: string | null;
}
