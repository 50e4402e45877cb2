import { describe, expect, it } from 'vitest';
import { leavingKind, readLeavingCell } from './leaving-column.ts';

describe('a column of a list', () => {
  it.each([
    ['status', 'WORDS'],
    ['Subscription Status', 'WORDS'],
    ['unsubscribed', 'YES_LEAVES'],
    ['OptedOut', 'YES_LEAVES'],
    ['email_opt_out_date', 'YES_LEAVES'],
    ['opt_in', 'YES_STAYS'],
    ['Accepts Marketing', 'YES_STAYS'],
    ['Avregistrerad', 'YES_LEAVES'],
    ['Abgemeldet am', 'YES_LEAVES'],
    ['odhlášen', 'YES_LEAVES'],
    ['Afmeldt', 'YES_LEAVES'],
    ['Spærret', 'YES_LEAVES'],
    ['first_name', null],
    ['company', null],
    ['estate', null],
  ])('called %s speaks of leaving: %s (F10)', (name, kind) => {
    expect(leavingKind(name)).toBe(kind);
  });

  it.each([
    ['WORDS', 'UNSUBSCRIBED', 'LEFT'],
    ['WORDS', 'no', 'LEFT'],
    ['WORDS', '0', 'LEFT'],
    ['WORDS', 'active', 'STAYS'],
    ['WORDS', 'cleaned', 'UNSENDABLE'],
    ['WORDS', 'gold', 'UNKNOWN'],
    ['YES_STAYS', '0', 'LEFT'],
    ['YES_STAYS', 'nein', 'LEFT'],
    ['YES_STAYS', '2024-05-04', 'STAYS'],
    ['YES_STAYS', 'unconfirmed', 'UNSENDABLE'],
    ['YES_LEAVES', '1', 'LEFT'],
    ['YES_LEAVES', '2024-05-04', 'LEFT'],
    ['YES_LEAVES', 'ne', 'STAYS'],
    ['YES_LEAVES', '  ', 'EMPTY'],
    [null, 'Opted-Out', 'LEFT'],
    [null, 'Odhlášeno', 'LEFT'],
    [null, 'no', 'UNKNOWN'],
    [null, '0', 'UNKNOWN'],
  ] as const)('of the kind %s with the cell %s: %s', (kind, cell, says) => {
    expect(readLeavingCell(kind, cell)).toBe(says);
  });
});
