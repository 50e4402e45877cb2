import { describe, expect, it } from 'vitest';
import { judgeChoice } from './judge-choice.ts';
import type { Purpose } from '../enums/channels.ts';
import { judgeGate, type SuppressionRow } from './judge-message.ts';

const now = new Date('2026-05-04T08:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const at = (days: number | null): Date | null => (days === null ? null : inDays(days));

/** Frequency, the last one days ago, paused for days: why it waits, and for how many days. */
const TABLE = [
  ['EVERY', -1, null, null, null],
  ['EVERY', -1, 3, 'SNOOZED', 3],
  ['EVERY', -1, 0, null, null],
  ['WEEKLY', null, null, null, null],
  ['WEEKLY', -2, null, 'FREQUENCY_CAP', 5],
  ['WEEKLY', -7, null, null, null],
  ['WEEKLY', -2, 3, 'SNOOZED', 5],
  ['WEEKLY', -2, 9, 'SNOOZED', 9],
  ['WEEKLY', -2, -1, 'FREQUENCY_CAP', 5],
  ['DAILY', -2, 1, 'SNOOZED', 1],
  ['MONTHLY', -29, null, 'FREQUENCY_CAP', 1],
] as const;

describe('what a recipient chose for themselves (P-9, P-10)', () => {
  it.each(TABLE)('%s, the last %d days ago, paused for %d days: %s', (...row) => {
    const [frequency, last, paused, because, days] = row;
    const choice = { frequency, lastAt: at(last), snoozedUntil: at(paused) };
    const nextAllowedAt = at(days);
    const waits =
      because === 'SNOOZED'
        ? { because, pausedUntil: at(paused), nextAllowedAt }
        : because && { because, nextAllowedAt };
    expect(judgeChoice(choice, 'MARKETING', now)).toEqual(waits);
    expect(judgeChoice(choice, 'SERVICE', now)).toBeNull();
    expect(judgeChoice(choice, 'TRANSACTIONAL', now)).toBeNull();
  });

  it('is asked where no opt-out and no pause of a review covers the message', () => {
    const choice = { frequency: 'WEEKLY', lastAt: inDays(-2), snoozedUntil: null } as const;
    const row = { scopeKind: 'BOOK', scopeId: 'b', since: now, requestId: null } as const;
    const path = { organisationId: 'o', accountId: 'a', bookId: 'b', topicId: null };
    const asked = (purpose: Purpose, rows: readonly SuppressionRow[]) =>
      judgeGate({
        removed: false,
        archived: false,
        rows,
        path: { ...path, purpose },
        chosen: { choice, now },
      });
    expect(asked('MARKETING', [])).toEqual({
      allowed: false,
      because: 'FREQUENCY_CAP',
      nextAllowedAt: inDays(5),
    });
    expect(asked('MARKETING', [{ ...row, state: 'OPTED_OUT' }])).toMatchObject({
      because: 'OPTED_OUT',
    });
    expect(asked('SERVICE', [])).toMatchObject({ allowed: true });
  });

  it('waits behind what is held already, once its own period is over (N12)', () => {
    const choice = { lastAt: inDays(-9), snoozedUntil: null, waitsBehindHeld: true } as const;
    expect(judgeChoice({ ...choice, frequency: 'WEEKLY' }, 'MARKETING', now)).toEqual({
      because: 'FREQUENCY_CAP',
      nextAllowedAt: now,
    });
    expect(judgeChoice({ ...choice, frequency: 'EVERY' }, 'MARKETING', now)).toBeNull();
  });
});
