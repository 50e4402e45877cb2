import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class TopicFilter {
  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: the archived ones alone, also those of an archived account.',
  })
  readonly archived!: boolean;
}
