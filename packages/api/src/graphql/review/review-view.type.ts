import type { ReviewLink } from '@adieu/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('WaitingBook', { description: 'An address book in which requests wait.' })
export class WaitingBook {
  @Field(() => ID, { nullable: true, description: 'Null: those that no book leads to.' })
  readonly id!: string | null;

  @Field(() => String, { nullable: true })
  readonly name!: string | null;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('ReviewView', { description: 'All that a review’s link opens, nothing more.' })
export class ReviewViewType implements Pick<
  ReviewLink,
  'memberName' | 'organisationName' | 'language' | 'accountTimeZone' | 'expiresAt'
> {
  readonly link: ReviewLink;

  @Field(() => String)
  readonly memberName: string;

  @Field(() => String)
  readonly organisationName: string;

  @Field(() => String)
  readonly language: ReviewLink['language'];

  @Field(() => String, {
    description:
      'Of the organisation’s first account (IANA), or its regime’s: a guess for readers whose language tells nothing.',
  })
  readonly accountTimeZone: string;

  @Field(() => Date, { description: 'When the link ends.' })
  readonly expiresAt: Date;

  constructor(link: ReviewLink) {
    this.link = link;
    this.memberName = link.memberName;
    this.organisationName = link.organisationName;
    this.language = link.language;
    this.accountTimeZone = link.accountTimeZone;
    this.expiresAt = link.expiresAt;
  }
}
