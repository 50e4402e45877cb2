import { listCampaigns } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { CampaignType, CampaignConnection } from './campaign.type.ts';

@Resolver()
export class Campaigns {
  @Query(() => CampaignConnection, { description: 'The newest first.' })
  async campaigns(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CampaignConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listCampaigns(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({ node: new CampaignType(row), cursor: writeCursor(row.id) }));
    return new CampaignConnection({ edges, hasNext });
  }
}
