import { connectionOf } from '../shared/connection.ts';
import type { AdminPerson } from '@adieu/db';
import { formatDuration } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';

@ObjectType('AdminPerson', {
  description: 'Somebody who decides about requests, and is told by a digest mail what waits.',
})
export class AdminPersonType {
  readonly row: AdminPerson;

  constructor(row: AdminPerson) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('person', this.row.id);
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

export const AdminPersonConnection = connectionOf('AdminPerson', AdminPersonType);
export type AdminPersonConnection = InstanceType<typeof AdminPersonConnection>;
