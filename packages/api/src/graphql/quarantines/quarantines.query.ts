import { listQuarantines } from '@adieu/db';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { QuarantineConnection, QuarantineType } from './quarantine.type.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { QuarantineFilter } from './quarantine-filter.input.ts';

@Resolver()
export class Quarantines {
  @Query(() => QuarantineConnection, {
    description: 'Bursts of suspected robots, the newest first.',
  })
  async quarantines(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => QuarantineFilter, { nullable: true }) filter?: QuarantineFilter | null,
  ): Promise<QuarantineConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listQuarantines(ctx.db.sql, viewerOf(ctx).organisationId, {
      campaignId: readOptionalId('campaign', filter?.campaignId, 'filter.campaignId'),
      isOpen: filter?.open ?? null,
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new QuarantineConnection(
      pageOf(
        listed,
        (row) => new QuarantineType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
