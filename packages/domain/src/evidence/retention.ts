/** How long an organisation keeps what speaks for wishes. Requests, suppressions and the ledger are not part of it. */
export interface EvidenceRetention {
  /**
   * ISO 8601 period in years, months, weeks and days, by the calendar. P3Y unless set: the usual limitation period where a wish is
   * disputed (BGB § 195, for one).
   */
  readonly evidence: string;
  /** The same for the IP addresses in it, which go first: P90D. */
  readonly origins: string;
  /** False where the organisation's law or will forbids to keep IP addresses at all. */
  readonly keepsOrigins: boolean;
}

export type RetentionRefusal =
  | 'evidence-period-out-of-range'
  | 'origins-period-out-of-range'
  | 'not-a-period';

export const RETENTION_REFUSALS: Readonly<Record<RetentionRefusal, string>> = {
  'not-a-period': 'Use years, months, weeks or days, as in P3Y or P90D.',
  'evidence-period-out-of-range':
    'Evidence is kept between 30 days and 10 years: shorter, and a wish can not be shown when it is disputed; longer, and nobody needs it.',
  'origins-period-out-of-range':
    'IP addresses are kept between 1 day and 1 year, and never longer than the evidence.',
};

const PERIOD = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/;
const UNIT_DAYS = [365, 30, 7, 1] as const;

/** About how many days a period has: enough to bound it. The database counts by the calendar. Null where it is none. */
export function daysOfPeriod(text: string): number | null {
  const match = PERIOD.exec(text);
  if (match === null) return null;
  return UNIT_DAYS.reduce((sum, days, i) => sum + days * Number(match[i + 1] ?? 0), 0);
}

/** Null where the retention may be saved, else why not. */
export function refuseRetention({ evidence, origins }: EvidenceRetention): RetentionRefusal | null {
  const [kept, located] = [daysOfPeriod(evidence), daysOfPeriod(origins)];
  if (kept === null || located === null) return 'not-a-period';
  if (kept < 30 || kept > 3_650) return 'evidence-period-out-of-range';
  if (located < 1 || located > 365 || located > kept) return 'origins-period-out-of-range';
  return null;
}

/** For how long after its consent ended an organisation may keep a proof, where it does not follow the law of its accounts. */
export const PROOF_RETENTION_DAYS = { least: 365, most: 36_525 } as const;

/** How long an idempotency key answers again; the promise is a day. */
export const IDEMPOTENCY_KEY_DAYS = 7;
