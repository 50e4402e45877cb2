import { type Area, ADMIN, inAccount, READ, READ_CAMPAIGNS } from '../access/area.ts';
import { AllowUnfilteredExport } from './allow-unfiltered-export.mutation.ts';
import { AudienceExportFields } from './audience-export.fields.ts';
import { AudienceExportQuery } from './audience-export.query.ts';
import { AudienceExports } from './audience-exports.query.ts';
import { CampaignAudience } from './campaign-audience.fields.ts';

export const audience: Area = {
  resolvers: [
    AllowUnfilteredExport,
    AudienceExportFields,
    AudienceExportQuery,
    AudienceExports,
    CampaignAudience,
  ],
  access: {
    Query: { audienceExport: inAccount(READ), audienceExports: inAccount(READ) },
    Mutation: { allowUnfilteredExport: inAccount(ADMIN) },
  },
  types: {
    AudienceExport: READ.rights,
    ExportStops: 'held',
    CampaignAudience: READ_CAMPAIGNS.rights,
    AudienceAddresses: 'held',
    AudienceCondition: 'held',
    AudienceCount: 'held',
    AudienceStop: 'held',
  },
};
