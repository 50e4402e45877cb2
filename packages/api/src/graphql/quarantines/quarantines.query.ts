import { listQuarantines } from '@adieu/db';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { CampaignType } from '../campaigns/campaign.type.ts';
import { QuarantineConnection } from './quarantine.type.ts';
import { QuarantineType } from './quarantine.type.ts';

@Resolver(() => QuarantineType)
export class Quarantines {
  @Query(() => QuarantineConnection, {
    description: 'Bursts of suspected robots, the newest first (N4).',
  })
  async quarantines(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<QuarantineConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listQuarantines(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => {
      return { node: new QuarantineType(row), cursor: writeCursor(row.id) };
    });
    return new QuarantineConnection({ edges, hasNext });
  }

  @FieldResolver(() => CampaignType)
  async campaign(
    @Root() { row }: QuarantineType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType> {
    const campaign = await loaders.campaign.load(row.campaignId);
    return new CampaignType(campaign!);
  }
}
