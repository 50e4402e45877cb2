import { listMembers } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { MemberType } from './member.type.ts';
import { MemberConnection } from './member.type.ts';

@Resolver()
export class Members {
  @Query(() => MemberConnection, {
    description: 'The organisation’s people, invited ones too, in the order they were added.',
  })
  async members(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<MemberConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listMembers(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new MemberConnection(
      pageOf(
        listed,
        (row) => new MemberType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
