/** The parts of a campaign's text. */
export const CAMPAIGN_PARTS = ['subject', 'mjml', 'html', 'text', 'partials'] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

/** What is wrong with a campaign's text, where, and what to do. */
export interface CampaignProblem {
  readonly language: string;
  readonly part: CampaignPart;
  /** 1 = the first line; null where it concerns the whole part. */
  readonly line: number | null;
  readonly message: string;
}
