import type { KeywordSetKey } from '../regime/keywords.ts';
import { regimeOf } from '../regime/regime-of.ts';

/** What the law wants around one number's wish by SMS. */
export interface SmsRules {
  /** Seconds within which a wish to leave must be receipted by SMS (SM-7); null where no law wants a receipt. */
  readonly receiptWithinSeconds: number | null;
  /** Whether one revocation ends all that the account sends (SM-19). */
  readonly revokeAll: boolean;
}

/** The regime is that of the number's country; where the account's is another, the stricter of both holds. */
export function smsRules(
  numberCountry: string | null,
  accountCountry: string | null,
  at: Date,
): SmsRules {
  const regimes = [regimeOf(numberCountry, at), regimeOf(accountCountry, at)];
  const within = regimes
    .flatMap(({ receipts }) => receipts)
    .filter(({ channel }) => channel === 'SMS')
    .map(({ withinSeconds }) => withinSeconds);
  return {
    receiptWithinSeconds: within.length === 0 ? null : Math.min(...within),
    revokeAll: regimes.some(({ revokeAll }) => revokeAll),
  };
}

/** How a number's words are read. */
export interface WordRules {
  /** The sets whose words mean what they say. */
  readonly keywords: readonly KeywordSetKey[];
  /** The sets of which words that leave count too. */
  readonly leavingToo: readonly KeywordSetKey[];
  /** Whether STOP and its like leave wherever they stand (SM-3). */
  readonly anyReplyCounts: boolean;
}

/**
 * The words are those of the number's country. Where an account that it may have written to is of another, the stricter: what
 * leaves by the law of either leaves. No word agrees to anything by a law that is not the number's.
 */
export function wordRules(
  numberCountry: string | null,
  accountCountries: readonly string[],
  at: Date,
): WordRules {
  const regime = regimeOf(numberCountry, at);
  const leavingToo = new Set<KeywordSetKey>();
  let { anyReplyCounts } = regime;
  for (const country of accountCountries) {
    const other = regimeOf(country, at);
    for (const key of other.keywords) leavingToo.add(key);
    anyReplyCounts ||= other.anyReplyCounts;
  }
  return { keywords: regime.keywords, leavingToo: [...leavingToo], anyReplyCounts };
}
