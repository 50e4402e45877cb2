import { listAdminPersons } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AdminPersonType } from './admin-person.type.ts';
import { AdminPersonConnection } from './admin-person.type.ts';

@Resolver()
export class AdminPersons {
  @Query(() => AdminPersonConnection, {
    description: 'Who is told of requests, in the order they were added.',
  })
  async adminPersons(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AdminPersonConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listAdminPersons(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new AdminPersonConnection(
      pageOf(
        listed,
        (row) => new AdminPersonType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
