import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class ExemptAddressBookInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String, { description: 'Why; kept for good, with who and when.' })
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}
