import { Field, ID, InputType } from 'type-graphql';
import { MergeFieldInput } from './merge-field.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class AddContactInput extends IdempotentInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String)
  readonly address!: string;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => [MergeFieldInput], { defaultValue: [] })
  readonly fields!: MergeFieldInput[];
}
