import type { ReportQuery } from '../../api/generated/documents.ts';

export type ReportView = NonNullable<ReportQuery['review']>;
export type ReportedCampaign = NonNullable<ReportView['campaign']>;
