import { listExports } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AudienceExportType, AudienceExportConnection } from './audience-export.type.ts';

@Resolver()
export class AudienceExports {
  @Query(() => AudienceExportConnection, {
    description: 'Which lists were handed out, to whom and why; the newest first.',
  })
  async audienceExports(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AudienceExportConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listExports(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({
      node: new AudienceExportType(row),
      cursor: writeCursor(row.id),
    }));
    return new AudienceExportConnection({ edges, hasNext });
  }
}
