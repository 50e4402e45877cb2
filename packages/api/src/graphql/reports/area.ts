import type { Area } from '../access/area.ts';
import { AccountTrends } from './account-trend.fields.ts';
import { CampaignReports, CampaignReportFields } from './campaign-report.fields.ts';

export const reports: Area = {
  resolvers: [AccountTrends, CampaignReports, CampaignReportFields],
  access: {},
};
