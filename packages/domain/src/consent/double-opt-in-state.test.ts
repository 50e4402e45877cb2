import { describe, expect, it } from 'vitest';
import type { GateAnswer } from '../gate/judge-message.ts';
import { DOUBLE_OPT_IN_STATES, doubleOptInState } from './double-opt-in-state.ts';

const now = new Date('2026-05-04T08:00:00Z');
const earlier = new Date('2026-05-03T08:00:00Z');
const later = new Date('2026-05-11T08:00:00Z');
const open: GateAnswer = { allowed: true, because: 'NO_OBJECTION' };
const archived: GateAnswer = { allowed: false, because: 'ARCHIVED' };
const asleep: GateAnswer = {
  allowed: false,
  because: 'SNOOZED',
  pausedUntil: later,
  nextAllowedAt: later,
};
const out = (state: 'OPTED_OUT' | 'PAUSED'): GateAnswer => ({
  allowed: false,
  because: state,
  decisive: { scopeKind: 'BOOK', scopeId: 'b', state, since: now, requestId: null },
});

const TABLE = [
  ['nobody confirmed it yet', null, null, later, out('OPTED_OUT'), 'OPEN'],
  ['a newcomer did not confirm it yet', null, null, later, open, 'OPEN'],
  ['its time is over', null, null, now, out('OPTED_OUT'), 'ENDED'],
  ['a later wish to stop came', null, earlier, later, out('OPTED_OUT'), 'SUPERSEDED'],
  [
    'a later wish came, and they came back by another link',
    null,
    earlier,
    later,
    open,
    'SUPERSEDED',
  ],
  ['it was confirmed', earlier, null, later, open, 'CONFIRMED'],
  ['it was confirmed, and its time is over since', earlier, null, earlier, open, 'CONFIRMED'],
  ['it was confirmed, and they chose a pause', earlier, null, later, asleep, 'CONFIRMED'],
  ['they left again since', earlier, null, later, out('OPTED_OUT'), 'LEFT_AGAIN'],
  ['they wished to leave again since', earlier, null, later, out('PAUSED'), 'LEFT_AGAIN'],
  ['its book is gone before', null, null, later, archived, 'ARCHIVED'],
  ['its book is gone since', earlier, null, later, archived, 'ARCHIVED'],
] as const;

describe('the link of a confirmation mail', () => {
  it.each(TABLE)('where %s', (_what, confirmedAt, supersededAt, expiresAt, gate, state) => {
    expect(doubleOptInState({ confirmedAt, supersededAt, expiresAt }, gate, now)).toBe(state);
  });

  it('is tested here in every state', () => {
    expect([...new Set(TABLE.map((row) => row[5]))].toSorted()).toEqual(
      [...DOUBLE_OPT_IN_STATES].toSorted(),
    );
  });
});
