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
