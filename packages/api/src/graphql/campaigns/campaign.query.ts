import { findCampaigns } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { CampaignType } from './campaign.type.ts';
import { readId } from '../shared/read-id.ts';

@Resolver()
export class CampaignQuery {
  @Query(() => CampaignType, { nullable: true })
  async campaign(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<CampaignType | null> {
    const uuid = readId('campaign', id, 'id');
    const [row] = await findCampaigns(ctx.db.sql, viewerOf(ctx).organisationId, [uuid]);
    return row === undefined ? null : new CampaignType(row);
  }
}
