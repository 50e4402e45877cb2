import type { ReviewLink } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('SignInLink', { description: 'Whom a way in leads where.' })
export class SignInLinkType implements Pick<
  ReviewLink,
  'memberName' | 'organisationName' | 'language' | 'expiresAt'
> {
  @Field(() => String)
  readonly memberName: string;

  @Field(() => String)
  readonly organisationName: string;

  @Field(() => String)
  readonly language: ReviewLink['language'];

  @Field(() => Date, { description: 'When it ends.' })
  readonly expiresAt: Date;

  constructor(link: ReviewLink) {
    this.memberName = link.memberName;
    this.organisationName = link.organisationName;
    this.language = link.language;
    this.expiresAt = link.expiresAt;
  }
}
