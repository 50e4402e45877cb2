/** What warns the owner of a campaign, once each (F3, W-14); COMPLAINT_PAUSE tells that it was paused. */
export const WARNING_KINDS = [
  'OPT_OUT_RATE',
  'OPT_OUT_UNUSUAL',
  'COMPLAINT_RATE',
  'COMPLAINT_PAUSE',
  'BOUNCE_RATE',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** When a campaign warns. Shares of what was sent; the pause at still more complaints is a rule of its own. */
export const WARNING = {
  optOutRate: 0.01,
  /** Gmail's limit for bulk senders. */
  complaintRate: 0.001,
  /** Of what was tried; mailbox providers look at a sender from about 2 % on, and turn away from 5 %. */
  bounceRate: 0.02,
  fewestBounces: 3,
  sigmas: 3,
  /** One of three who leaves says nothing. */
  fewestSent: 100,
  fewestOptOuts: 3,
  /** A single complaint counts from here on, below it takes two. */
  oneComplaintFrom: 1_000,
  /** Campaigns that make an average, and those that are looked back at. */
  fewestCampaigns: 5,
  mostCampaigns: 100,
  /** For how long after its release a campaign is counted anew, and warned of. */
  countedDays: 30,
  /** A rate is low only once people had the time to leave. */
  lowAfterSeconds: 3 * 86_400,
} as const;

const HOUSE_RATES = {
  optOut: WARNING.optOutRate,
  complaint: WARNING.complaintRate,
  bounce: WARNING.bounceRate,
} as const;

/** A campaign, counted. People, each once. */
export interface CampaignFigures {
  readonly sent: number;
  readonly optOuts: number;
  readonly complaints: number;
}

/** What a campaign warns by. */
export interface JudgedFigures extends CampaignFigures {
  /** Messages that were sent, or refused by the mail server. */
  readonly tried: number;
  /** Of them, those to mailboxes that do not exist. */
  readonly hardBounces: number;
}

/** The opt-out rates of an account's campaigns: their mean and standard deviation. */
export interface LongTermRate {
  readonly campaigns: number;
  readonly mean: number;
  readonly sigma: number;
}

/** Null below `fewestCampaigns` campaigns of at least `fewestSent` messages. */
export function longTermRate(campaigns: readonly CampaignFigures[]): LongTermRate | null {
  const rates = campaigns
    .filter(({ sent }) => sent >= WARNING.fewestSent)
    .map(({ sent, optOuts }) => optOuts / sent);
  if (rates.length < WARNING.fewestCampaigns) return null;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const squares = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0);
  return { campaigns: rates.length, mean, sigma: Math.sqrt(squares / (rates.length - 1)) };
}

/**
 * What a campaign warns of, `ageSeconds` after its release, beside the account's campaigns before it. Chance alone
 * spreads rates by the standard error of so many messages, so a calm past does not make every little thing unusual.
 * `rates`: from what share on its account wants to be warned.
 */
export function warningsOf(
  campaign: JudgedFigures,
  longTerm: LongTermRate | null,
  ageSeconds: number,
  rates: {
    readonly optOut: number;
    readonly complaint: number;
    readonly bounce: number;
  } = HOUSE_RATES,
): WarningKind[] {
  const { sent, optOuts, complaints, tried, hardBounces } = campaign;
  const found: WarningKind[] = [];
  if (
    tried >= WARNING.fewestSent &&
    hardBounces >= WARNING.fewestBounces &&
    hardBounces / tried >= rates.bounce
  )
    found.push('BOUNCE_RATE');
  if (sent < WARNING.fewestSent) return found;
  if (optOuts >= WARNING.fewestOptOuts && optOuts / sent >= rates.optOut)
    found.push('OPT_OUT_RATE');
  if (longTerm !== null && isUnusual(campaign, longTerm, ageSeconds)) found.push('OPT_OUT_UNUSUAL');
  const fewestComplaints = sent >= WARNING.oneComplaintFrom ? 1 : 2;
  if (complaints >= fewestComplaints && complaints / sent >= rates.complaint)
    found.push('COMPLAINT_RATE');
  return found;
}

function isUnusual(
  { sent, optOuts }: CampaignFigures,
  { mean, sigma }: LongTermRate,
  ageSeconds: number,
): boolean {
  const chance = Math.sqrt((mean * (1 - mean)) / sent);
  const off = optOuts / sent - mean;
  const far = WARNING.sigmas * Math.max(sigma, chance);
  if (off > 0) return optOuts >= WARNING.fewestOptOuts && off >= far;
  return far > 0 && -off >= far && ageSeconds >= WARNING.lowAfterSeconds;
}
