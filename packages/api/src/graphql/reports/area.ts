import type { Area } from '../access/area.ts';
import { AccountTrends } from './account-trend.fields.ts';
import { CampaignReportFields } from './campaign-report.fields.ts';
import { CampaignReports } from './campaign.fields.ts';

export const reports: Area = {
  resolvers: [AccountTrends, CampaignReportFields, CampaignReports],
  access: {},
};
