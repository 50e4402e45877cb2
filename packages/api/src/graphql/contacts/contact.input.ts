import { Field, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { MergeFieldInput } from './merge-field.input.ts';

/** What is said of a contact: its addresses, one for each channel at most, and what mails are filled with. */
@InputType()
export abstract class ContactInput extends IdempotentInput {
  @Field(() => String, { nullable: true, description: 'An e-mail address.' })
  readonly email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A telephone number; one without its country is of the account’s.',
  })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => [MergeFieldInput], {
    defaultValue: [],
    description: 'Beside those that it has already.',
  })
  readonly fields!: MergeFieldInput[];
}
