import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class QuarantineFilter {
  @Field(() => ID, { nullable: true })
  readonly campaignId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: where somebody waits for a decision. False: where nobody does any more.',
  })
  readonly open?: boolean | null;
}
