/** What is wrong with a campaign's text, where, and what to do. */
export interface CampaignProblem {
  readonly language: string;
  readonly part: 'subject' | 'mjml';
  /** 1 = the first line; null where it concerns the whole part. */
  readonly line: number | null;
  readonly message: string;
}
