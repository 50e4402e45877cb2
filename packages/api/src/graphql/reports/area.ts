import { type Area, EVERY_MEMBER, READ, READ_CAMPAIGNS } from '../access/area.ts';
import { AccountTrends } from './account-trend.fields.ts';
import { CampaignReportFields } from './campaign-report.fields.ts';
import { CampaignReports } from './campaign.fields.ts';

export const reports: Area = {
  resolvers: [AccountTrends, CampaignReportFields, CampaignReports],
  access: {},
  types: {
    AccountTrend: [...EVERY_MEMBER.rights, 'link'],
    TrendPeriod: 'held',
    CampaignReport: [...READ_CAMPAIGNS.rights, 'link'],
    OptOutsByMethod: 'held',
    OptOutsByReason: 'held',
    OptOutsByScope: 'held',
    ReportBucket: 'held',
    SmsFailure: 'held',
    SmsOutcome: 'held',
  },
  fields: { 'CampaignReport.freeTexts': { rights: READ.rights, others: 'refused' } },
};
