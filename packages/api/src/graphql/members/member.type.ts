import { connectionOf } from '../shared/connection.ts';
import type { Member } from '@adieu/db';
import { formatDuration } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';
import { MemberRoleGrantType } from './member-role.type.ts';

@ObjectType('Member', {
  description:
    'A person of the organisation, who signs in; whoever decides is told by a digest mail what waits.',
})
export class MemberType {
  readonly row: Member;

  constructor(row: Member) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('member', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => String)
  email(): string {
    return this.row.email;
  }

  @Field(() => String, { description: 'Of pages and mails: sv, cs, de, da or en.' })
  language(): string {
    return this.row.language;
  }

  @Field(() => GraphQLISO8601Duration, { description: 'There is at most one digest in it.' })
  digestPeriod(): string {
    return formatDuration(this.row.digestSeconds);
  }

  @Field(() => Boolean, { description: 'Whoever is not active can not sign in and gets no mail.' })
  active(): boolean {
    return this.row.active;
  }

  @Field(() => [MemberRoleGrantType])
  roles(): MemberRoleGrantType[] {
    return this.row.grants.map((grant) => new MemberRoleGrantType(grant));
  }

  @Field(() => Date, { nullable: true, description: 'Null: invited, and told of nothing yet.' })
  acceptedAt(): Date | null {
    return this.row.acceptedAt;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'Of an invitation that was not accepted yet; past, it can be sent again.',
  })
  invitationExpiresAt(): Date | null {
    return this.row.invitationExpiresAt;
  }

  @Field(() => Date, { nullable: true, description: 'When a session of theirs was last used.' })
  lastSeenAt(): Date | null {
    return this.row.seenAt;
  }

  @Field(() => Date, { nullable: true })
  lastDigestAt(): Date | null {
    return this.row.lastDigestAt ?? null;
  }
}

export const MemberConnection = connectionOf('Member', MemberType);
export type MemberConnection = InstanceType<typeof MemberConnection>;
