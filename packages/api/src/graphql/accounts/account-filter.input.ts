import { Field, InputType } from 'type-graphql';

@InputType()
export class AccountFilter {
  @Field(() => Boolean, { defaultValue: false, description: 'True: the archived ones alone.' })
  readonly archived!: boolean;
}
