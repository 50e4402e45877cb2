import { describe, expect, it } from 'vitest';
import { PURPOSES } from '../enums/channels.ts';
import { mayBeJudgedAs, refuseUnfiltered } from './audience.ts';
import { covers } from './judge-message.ts';

const now = new Date('2026-05-04T08:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

describe('an audience', () => {
  it.each([
    ['MARKETING', ['MARKETING']],
    ['SERVICE', ['MARKETING', 'SERVICE']],
    ['TRANSACTIONAL', ['MARKETING', 'SERVICE', 'TRANSACTIONAL']],
  ] as const)('of a %s book may be judged as %j', (book, allowed) => {
    expect(PURPOSES.filter((purpose) => mayBeJudgedAs(book, purpose))).toEqual(allowed);
  });

  it('judged as it may be never loses an opt-out that stops its own purpose (I-4)', () => {
    const scope = { organisationId: 'o', accountId: 'a', bookId: 'b', topicId: 't' };
    const rows = [
      { scopeKind: 'TOPIC', scopeId: 't' },
      { scopeKind: 'BOOK', scopeId: 'b' },
      { scopeKind: 'ACCOUNT', scopeId: 'a' },
      { scopeKind: 'ORGANISATION', scopeId: 'o' },
    ] as const;
    const lost = PURPOSES.flatMap((book) =>
      PURPOSES.filter((purpose) => mayBeJudgedAs(book, purpose)).flatMap((purpose) =>
        rows.filter(
          (row) => covers(row, { ...scope, purpose: book }) && !covers(row, { ...scope, purpose }),
        ),
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('handing out unfiltered (D3)', () => {
  it.each([
    ['MARKETING', 'SERVICE', 30, 'marketing-stays-filtered'],
    ['SERVICE', 'MARKETING', 30, 'marketing-stays-filtered'],
    ['SERVICE', 'SERVICE', 30, null],
    ['TRANSACTIONAL', 'TRANSACTIONAL', 366, null],
    ['SERVICE', 'SERVICE', 367, 'until-out-of-range'],
    ['SERVICE', 'SERVICE', 0, 'until-out-of-range'],
    ['SERVICE', 'SERVICE', -1, 'until-out-of-range'],
  ] as const)('of a %s book for %s over %d days: %s', (book, purpose, days, refusal) => {
    expect(refuseUnfiltered(book, { purpose, now, until: inDays(days) })).toBe(refusal);
  });
});
