import { listConsents } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { ConsentConnection, ConsentType } from './consent.type.ts';

@Resolver()
export class Consents {
  @Query(() => ConsentConnection, {
    description: 'Consents that were recorded by hand, the newest first.',
  })
  async consents(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConsentConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listConsents(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      before: after?.[0] ?? null,
    });
    return new ConsentConnection(
      pageOf(
        listed,
        (row) => new ConsentType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
