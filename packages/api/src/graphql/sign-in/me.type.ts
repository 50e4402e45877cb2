import type { ListedSession, SessionOwner } from '@adieu/db';
import type { SignInMeans } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { SignInMeansEnum } from '../shared/caller-enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('Me', { description: 'A member as they see themselves.' })
export class MeType implements Pick<
  SessionOwner,
  'name' | 'email' | 'language' | 'organisationName'
> {
  readonly owner: SessionOwner;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly email: string;

  @Field(() => String)
  readonly language: SessionOwner['language'];

  @Field(() => String)
  readonly organisationName: string;

  constructor(owner: SessionOwner) {
    this.owner = owner;
    this.name = owner.name;
    this.email = owner.email;
    this.language = owner.language;
    this.organisationName = owner.organisationName;
  }
}

@ObjectType('MemberSession', { description: 'A browser in which a member is signed in.' })
export class MemberSessionType implements Pick<
  ListedSession,
  'means' | 'userAgent' | 'createdAt' | 'seenAt' | 'expiresAt'
> {
  @Field(() => ID)
  readonly id: string;

  @Field(() => SignInMeansEnum)
  readonly means: SignInMeans;

  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  readonly userAgent: string | null;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { description: 'When it was used last, to the minute.' })
  readonly seenAt: Date;

  @Field(() => Date, { description: 'Its end, however much it is used.' })
  readonly expiresAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  readonly isThis: boolean;

  constructor(row: ListedSession, thisId: string) {
    this.id = toId('session', row.id);
    this.means = row.means;
    this.userAgent = row.userAgent;
    this.createdAt = row.createdAt;
    this.seenAt = row.seenAt;
    this.expiresAt = row.expiresAt;
    this.isThis = row.id === thisId;
  }
}
