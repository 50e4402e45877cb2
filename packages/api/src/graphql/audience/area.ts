import { ADMIN, type Area } from '../access/area.ts';
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
    Query: { audienceExport: ADMIN, audienceExports: ADMIN },
    Mutation: { allowUnfilteredExport: ADMIN },
  },
};
