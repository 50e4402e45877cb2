import { type Frequency, nextAllowedAt } from '../preference/frequency.ts';
import type { Purpose } from '../enums/channels.ts';

/** What a recipient chose for an account's messages, and what it used up of that. */
export interface RecipientChoice {
  readonly frequency: Frequency;
  readonly snoozedUntil: Date | null;
  /** When the account's last marketing went, or may have gone; null = never. */
  readonly lastAt: Date | null;
  /** Something of the account is held for them already, and the message waits its turn with it. */
  readonly waitsBehindHeld?: boolean;
}

/** Why a message waits by its recipient's choice, and until when, as things are now: a pause may end before a period does. */
export type Wait =
  | { readonly because: 'SNOOZED'; readonly pausedUntil: Date; readonly nextAllowedAt: Date }
  | { readonly because: 'FREQUENCY_CAP'; readonly nextAllowedAt: Date };

/** Until when a message waits, and why; null where it need not. What is not marketing is limited by no choice (D1). */
export function judgeChoice(
  { frequency, snoozedUntil, lastAt, waitsBehindHeld = false }: RecipientChoice,
  purpose: Purpose,
  now: Date,
): Wait | null {
  if (purpose !== 'MARKETING') return null;
  const behind = waitsBehindHeld && frequency !== 'EVERY' ? now : null;
  const next = nextAllowedAt(frequency, lastAt, now) ?? behind;
  if (snoozedUntil !== null && snoozedUntil > now)
    return {
      because: 'SNOOZED',
      pausedUntil: snoozedUntil,
      nextAllowedAt: next !== null && next > snoozedUntil ? next : snoozedUntil,
    };
  return next && { because: 'FREQUENCY_CAP', nextAllowedAt: next };
}
