import { describe, expect, it } from 'vitest';
import { judgeGate, judgeMessage, type SuppressionRow } from './judge-message.ts';
import type { MessagePath } from './message-path.ts';

const path: MessagePath = {
  purpose: 'MARKETING',
  organisationId: 'org',
  accountId: 'account',
  bookId: 'book',
  topicId: 'topic',
};
const row = (
  scopeKind: SuppressionRow['scopeKind'],
  scopeId: string,
  more: Partial<SuppressionRow> = {},
): SuppressionRow => ({
  scopeKind,
  scopeId,
  state: 'OPTED_OUT',
  since: new Date('2026-01-01T00:00:00Z'),
  requestId: 'r1',
  ...more,
});

describe('the gate', () => {
  it.each([
    ['no row', [], path, true],
    ['its topic', [row('TOPIC', 'topic')], path, false],
    ['another topic', [row('TOPIC', 'other')], path, true],
    ['its book', [row('BOOK', 'book')], path, false],
    ['another book (A7)', [row('BOOK', 'other')], path, true],
    ['its account', [row('ACCOUNT', 'account')], path, false],
    ['its organisation', [row('ORGANISATION', 'org')], path, false],
    [
      'all marketing, and its recipient came back to its book since (decision 035)',
      [row('ACCOUNT', 'account', { returnedTo: ['book'] })],
      path,
      true,
    ],
    [
      'all marketing, and its recipient came back to another book since',
      [row('ACCOUNT', 'account', { returnedTo: ['other'] })],
      path,
      false,
    ],
    [
      'all marketing of the organisation, and its recipient came back to its account since',
      [row('ORGANISATION', 'org', { returnedTo: ['account'] })],
      path,
      true,
    ],
    [
      'all marketing of the account, message is service (D1)',
      [row('ACCOUNT', 'account')],
      { ...path, purpose: 'SERVICE' },
      true,
    ],
    ['its book, message is service', [row('BOOK', 'book')], { ...path, purpose: 'SERVICE' }, false],
    [
      'everything, message is transactional (D1)',
      [row('BOOK', 'book'), row('ORGANISATION', 'org')],
      { ...path, purpose: 'TRANSACTIONAL' },
      true,
    ],
  ] as const)('with %s', (_what, rows, message, allowed) => {
    expect(judgeMessage(rows, message).allowed).toBe(allowed);
  });

  it('stops who left the book before what is archived, and that before an opt-out, whatever the purpose', () => {
    const facts = {
      rows: [row('BOOK', 'book')],
      path: { ...path, purpose: 'TRANSACTIONAL' },
    } as const;
    const asked = (removed: boolean, archived: boolean) =>
      judgeGate({ ...facts, removed, archived }).because;
    expect([asked(true, true), asked(false, true), asked(false, false)]).toEqual([
      'CONTACT_REMOVED',
      'ARCHIVED',
      'TRANSACTIONAL',
    ]);
  });

  it('stops whatever comes from a short code that they wrote STOP to, receipts and codes too, and tells of an opt-out first (A8)', () => {
    const asked = (purpose: 'MARKETING' | 'TRANSACTIONAL') =>
      judgeGate({
        removed: false,
        archived: false,
        senderBlocked: true,
        rows: [row('BOOK', 'book')],
        path: { ...path, purpose },
      }).because;
    expect([asked('MARKETING'), asked('TRANSACTIONAL')]).toEqual(['OPTED_OUT', 'SENDER_BLOCKED']);
  });

  it('stops whatever goes to an address that comes back, of every purpose, and tells of a wish first (P7)', () => {
    const asked = (purpose: 'MARKETING' | 'TRANSACTIONAL') =>
      judgeGate({
        removed: false,
        archived: false,
        undeliverableSince: new Date('2026-05-04T08:00:00Z'),
        rows: [row('BOOK', 'book')],
        path: { ...path, purpose },
      }).because;
    expect([asked('MARKETING'), asked('TRANSACTIONAL')]).toEqual(['OPTED_OUT', 'UNDELIVERABLE']);
  });

  it('explains itself by an opt-out before a pause, and by the oldest (N9)', () => {
    const decisive = row('BOOK', 'book', { since: new Date('2025-01-01T00:00:00Z') });
    const answer = judgeMessage(
      [
        row('TOPIC', 'topic', { state: 'PAUSED', since: new Date('2020-01-01T00:00:00Z') }),
        row('ACCOUNT', 'account'),
        decisive,
      ],
      path,
    );
    expect(answer).toEqual({ allowed: false, because: 'OPTED_OUT', decisive });
  });
});
