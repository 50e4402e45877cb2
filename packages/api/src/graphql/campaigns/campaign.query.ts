import { findCampaigns } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { CampaignType } from './campaign.type.ts';

@Resolver()
export class CampaignQuery {
  @Query(() => CampaignType, { nullable: true })
  async campaign(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<CampaignType | null> {
    const uuid = fromId('campaign', id);
    if (uuid === null) return null;
    const [row] = await findCampaigns(ctx.db.sql, viewerOf(ctx).organisationId, [uuid]);
    return row === undefined ? null : new CampaignType(row);
  }
}
