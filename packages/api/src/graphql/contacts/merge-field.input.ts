import { Field, InputType } from 'type-graphql';

@InputType()
export class MergeFieldInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly value!: string;
}
