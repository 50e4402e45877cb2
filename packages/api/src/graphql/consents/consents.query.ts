import { listConsents } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
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
    const { rows, hasNext } = await listConsents(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      before: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({ node: new ConsentType(row), cursor: writeCursor(row.id) }));
    return new ConsentConnection({ edges, hasNext });
  }
}
