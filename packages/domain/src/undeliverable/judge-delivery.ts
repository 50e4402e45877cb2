import type { BounceKind } from '../enums/bounces.ts';
import { ruleOfStatus } from './status-rules.ts';

/** What a report says became of a mail to one recipient. */
export interface ToldDelivery {
  /** Of a report (RFC 3464 2.3.3): `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  readonly action: string;
  /** Enhanced status code (RFC 3463), as `5.1.1`; null where none is told. */
  readonly status: string | null;
  /** The reply of an SMTP server, as 550; null where none is told. It decides the class alone, where no status does. */
  readonly code?: number | null;
}

/** Of RFC 5321: the mail exceeds the storage that there is. */
const NO_ROOM = 552;
/** Commands, parameters, logins and "transaction failed" (RFC 5321 4.2.2, RFC 4954 6). */
const NOT_ABOUT_THE_MAILBOX: readonly number[] = [500, 502, 503, 504, 530, 534, 535, 538, 554, 555];
const STATUS = /^([245])\.(\d{1,3})\.(\d{1,3})$/;

/**
 * What a report means for the address; null where it says nothing (M-7). Only what failed counts: what is delayed may still arrive.
 * Failed with 4.x.x is SOFT, as a server has given up what it might have delivered later; with 5.x.x it is what the code is
 * about. Without a status a reply of 5xx is HARD, as a server that means itself says so by one; where nothing at all is told, nobody is
 * silenced for it.
 */
export function judgeDelivery({ action, status, code = null }: ToldDelivery): BounceKind | null {
  if (action.trim().toLowerCase() !== 'failed') return null;
  const told = status === null ? null : STATUS.exec(status.trim());
  if (told?.[1] === '2') return null;
  if (told?.[1] === '4') return 'SOFT';
  if (told !== null) return ruleOfStatus(told[0])?.permanent ?? 'HARD';
  if (code === null) return 'SOFT';
  if (code < 400 || code > 599) return null;
  if (NOT_ABOUT_THE_MAILBOX.includes(code)) return 'REFUSED';
  return code < 500 || code === NO_ROOM ? 'SOFT' : 'HARD';
}
