import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class ExemptAddressBookInput extends IdempotentInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String, { description: 'Why; kept for good, with who and when.' })
  readonly reason!: string;
}
