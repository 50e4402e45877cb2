import type { SmsAnswer } from '../sms-gateway.ts';
import type { Answer, NoAnswer } from './ask.ts';

type Refused = Extract<SmsAnswer, { refused: unknown }>;

const SOON_MS = 30_000;
/** For what the operator has to mend: the password, the credit, the address. */
const LATER_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
/** Of a proxy that asked the gateway and got no answer, or none that it could read. */
const LOST_BEHIND: readonly number[] = [502, 504, 520, 521, 522, 523, 524];
/** Of the account or of our settings, not of this message. */
const OF_THE_ACCOUNT: readonly number[] = [401, 402, 403, 404, 405, 407, 410];

/** What a request without an answer says: whether it left decides whether it may go again. */
export function judgeNoAnswer({ hasLeft, code }: NoAnswer, now: Date): SmsAnswer {
  return hasLeft ? { unknown: code } : { refused: 'fault', code, retryAt: after(now, SOON_MS) };
}

/**
 * What a status alone says, null for 2xx. A redirect is a fault of the settings: it was not followed. A 500 is the gateway's
 * own word that it failed; a 502 is a proxy's that it does not know.
 */
export function judgeStatus({ status, retryAfter }: Answer, now: Date): SmsAnswer | null {
  if (status >= 200 && status < 300) return null;
  const code = String(status);
  if (LOST_BEHIND.includes(status)) return { unknown: code };
  if (status === 429) return throttled(code, retryAfter, now);
  if (status === 408 || status === 500 || status === 503)
    return { refused: 'fault', code, retryAt: retryTime(retryAfter, now) };
  const isAccounts = OF_THE_ACCOUNT.includes(status) || (status >= 300 && status < 400);
  return { refused: 'fault', code, retryAt: isAccounts ? after(now, LATER_MS) : null };
}

export function throttled(code: string, retryAfter: string | null, now: Date): Refused {
  return { refused: 'throttled', code, retryAt: retryTime(retryAfter, now) };
}

/** Retry-After in seconds or as a date (RFC 9110 10.2.3), within a day; soon where it is neither. */
function retryTime(retryAfter: string | null, now: Date): Date {
  const text = retryAfter?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return after(now, wait >= 0 ? Math.min(wait, LONGEST_WAIT_MS) : SOON_MS);
}

export function accountFault(code: string, now: Date): Refused {
  return { refused: 'fault', code, retryAt: after(now, LATER_MS) };
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
