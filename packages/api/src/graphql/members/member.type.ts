import { connectionOf } from '../shared/connection.ts';
import type { Member } from '@adieu/db';
import { formatDuration } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';

@ObjectType('Member', {
  description: 'Somebody who decides about requests, and is told by a digest mail what waits.',
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

  @Field(() => String, { description: 'Of the digest: sv, cs, de, da or en.' })
  language(): string {
    return this.row.language;
  }

  @Field(() => GraphQLISO8601Duration, { description: 'There is at most one digest in it.' })
  digestPeriod(): string {
    return formatDuration(this.row.digestSeconds);
  }

  @Field(() => Boolean, { description: 'Whoever is not active gets no digest.' })
  active(): boolean {
    return this.row.active;
  }

  @Field(() => Date, { nullable: true })
  lastDigestAt(): Date | null {
    return this.row.lastDigestAt ?? null;
  }
}

export const MemberConnection = connectionOf('Member', MemberType);
export type MemberConnection = InstanceType<typeof MemberConnection>;
