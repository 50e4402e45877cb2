import { findMember } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { MemberType } from './member.type.ts';

@Resolver()
export class MemberQuery {
  @Query(() => MemberType, { nullable: true, description: 'Null where there is none.' })
  async member(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<MemberType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findMember(ctx.db.sql, organisationId, readId('member', id, 'id'));
    return row && new MemberType(row);
  }
}
