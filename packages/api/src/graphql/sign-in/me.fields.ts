import { accountZoneOf, listSessions, reviewedBy, waitingByBook } from '@adieu/db';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { MemberRoleGrantType } from '../members/member-role.type.ts';
import type { Context } from '../shared/context.ts';
import { MemberSessionType, MeType } from './me.type.ts';

@Resolver(() => MeType)
export class MeFields {
  @FieldResolver(() => [MemberRoleGrantType])
  roles(@Root() { owner }: MeType): MemberRoleGrantType[] {
    return owner.grants.map((grant) => new MemberRoleGrantType(grant));
  }

  @FieldResolver(() => [MemberSessionType], { description: 'In force; the one used last first.' })
  async sessions(
    @Root() { owner }: MeType,
    @Ctx() { db, now }: Context,
  ): Promise<MemberSessionType[]> {
    const rows = await listSessions(db.sql, owner.memberId, now);
    return rows.map((row) => new MemberSessionType(row, owner.sessionId));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many requests wait for their decision; null where they decide about none.',
  })
  async waiting(@Root() { owner }: MeType, @Ctx() { db }: Context): Promise<number | null> {
    const reviewed = await reviewedBy(db.sql, owner.memberId);
    if (reviewed === null) return null;
    const books = await waitingByBook(db.sql, reviewed);
    return books.reduce((sum, { count }) => sum + count, 0);
  }

  @FieldResolver(() => String, {
    description: 'Of the organisation’s first account (IANA), or its regime’s.',
  })
  accountTimeZone(@Root() { owner }: MeType, @Ctx() { db }: Context): Promise<string> {
    return accountZoneOf(db.sql, owner.organisationId);
  }
}
