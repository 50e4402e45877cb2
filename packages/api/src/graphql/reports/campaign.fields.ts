import { campaignProgress, countCampaign, warningsOfCampaign } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { CampaignReportType, CampaignWarningType } from './campaign-report.type.ts';
import { CampaignType } from '../campaigns/campaign.type.ts';

@Resolver(() => CampaignType)
export class CampaignReports {
  @FieldResolver(() => CampaignReportType)
  async report(@Root() { row }: CampaignType, @Ctx() { db }: Context): Promise<CampaignReportType> {
    const [progress, counted] = await Promise.all([
      campaignProgress(db.sql, row.id),
      countCampaign(db.sql, row.id),
    ]);
    return new CampaignReportType(row, progress, counted);
  }

  @FieldResolver(() => [CampaignWarningType], {
    description: 'What it warned its owner of, the first first.',
  })
  warnings(
    @Root() { row }: CampaignType,
    @Ctx() { db }: Context,
  ): Promise<readonly CampaignWarningType[]> {
    return warningsOfCampaign(db.sql, row.id);
  }
}
