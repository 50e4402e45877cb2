import { type Area, EVERY_MEMBER, inAccount, READ, READ_CAMPAIGNS } from '../access/area.ts';
import { AccountTrends } from './account-trend.fields.ts';
import { CampaignReportFields } from './campaign-report.fields.ts';
import { CampaignReports } from './campaign.fields.ts';
import { ListLinkQuery } from './list-link.query.ts';

export const reports: Area = {
  resolvers: [AccountTrends, CampaignReportFields, CampaignReports, ListLinkQuery],
  // It opens what its path does, for as much as whoever asks may see there.
  access: { Query: { listLink: inAccount(READ_CAMPAIGNS, 'free') } },
  types: {
    AccountTrend: [...EVERY_MEMBER.rights, 'link'],
    TrendPeriod: 'held',
    CampaignReport: [...READ_CAMPAIGNS.rights, 'link'],
    ListLink: READ_CAMPAIGNS.rights,
    OptOutsByMethod: 'held',
    OptOutsByReason: 'held',
    OptOutsByScope: 'held',
    ReportBucket: 'held',
    SmsFailure: 'held',
    SmsOutcome: 'held',
  },
  fields: { 'CampaignReport.freeTexts': { rights: READ.rights, others: 'refused' } },
};
