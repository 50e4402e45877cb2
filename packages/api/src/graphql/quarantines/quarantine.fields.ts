import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { CampaignType } from '../campaigns/campaign.type.ts';
import { QuarantineType } from './quarantine.type.ts';

@Resolver(() => QuarantineType)
export class QuarantineFields {
  @FieldResolver(() => CampaignType)
  async campaign(
    @Root() { row }: QuarantineType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType> {
    const campaign = await loaders.campaign.load(row.campaignId);
    return new CampaignType(campaign!);
  }
}
