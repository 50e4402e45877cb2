import { Field, ID, InputType } from 'type-graphql';
import { MergeFieldInput } from './merge-field.input.ts';

@InputType()
export class AddContactInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String)
  readonly address!: string;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => [MergeFieldInput], { defaultValue: [] })
  readonly fields!: MergeFieldInput[];

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}
