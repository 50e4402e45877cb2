import { listExports } from '@adieu/db';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AudienceExportType, AudienceExportConnection } from './audience-export.type.ts';
import { readOptionalId } from '../shared/read-id.ts';

@Resolver()
export class AudienceExports {
  @Query(() => AudienceExportConnection, {
    description: 'Which lists were handed out, to whom and why; the newest first.',
  })
  async audienceExports(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('addressBookId', () => ID, { nullable: true }) addressBookId?: string | null,
  ): Promise<AudienceExportConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listExports(ctx.db.sql, viewerOf(ctx).organisationId, {
      addressBookId: readOptionalId('book', addressBookId, 'addressBookId'),
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new AudienceExportConnection(
      pageOf(
        listed,
        (row) => new AudienceExportType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
