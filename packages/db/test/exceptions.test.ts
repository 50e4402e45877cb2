import type { OptOutPolicy } from '@adieu/domain';
import {
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
  leaves,
} from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  exemptBook,
  exemptionsOf,
  ledgerOfRequest,
  openLink,
  reactivateRecipient,
  recordOptOut,
  setPolicy,
  suppressionsOf,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date('2026-05-05T08:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  org = await seed(test.db);
});
afterAll(() => test.close());

async function messagesOf(addressBookId: string, topicId: string | null = null): Promise<string[]> {
  const campaignId = await seedContacts(test.db, org, { count: 3, addressBookId, topicId });
  await test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId: org.organisationId, campaignId, now }),
  );
  const rows = await test.db.sql.rows<{ id: string }>(
    'SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE campaign_id = $1 ORDER BY r.address',
    [campaignId],
  );
  return rows.map(({ id }) => id);
}

const click = (
  messageId: string,
  scope: 'LINK' | { kind: 'ACCOUNT' | 'BOOK'; id: string } = 'LINK',
) =>
  recordOptOut(test.db.sql, {
    target: { messageId, scope },
    signal: 'CLEAR',
    method: 'ONE_CLICK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: {},
    now,
  });

const leave = (messageId: string) => leaves(test.db.sql, messageId, { method: 'ONE_CLICK', now });

async function setStaffPolicy(policy: OptOutPolicy): Promise<void> {
  const { organisationId, staffId: addressBookId } = org;
  const set = await test.db.transaction((sql) =>
    setPolicy(sql, { organisationId, addressBookId, policy, createdBy: 'Eva' }),
  );
  if ('refused' in set) throw new Error(set.refused);
}

const atOnce = { mode: 'AT_ONCE', reviewSeconds: 3_600, onTimeout: 'OPT_OUT' } as const;
const byController = { ...atOnce, reactivation: 'CONTROLLER' } as const;

describe('a book that an operator exempted (A1)', () => {
  const exempt = (to = true, more: object = {}) =>
    test.db.transaction((sql) =>
      exemptBook(sql, {
        organisationId: org.organisationId,
        addressBookId: org.staffId,
        exempt: to,
        reason: 'Safety notices',
        actor: 'Olle',
        now,
        ...more,
      }),
    );

  it('takes no new wish by click or by book, changes nothing, and says why', async () => {
    const [message] = await messagesOf(org.staffId);
    expect(await exempt()).toEqual({ done: true });
    const count = () =>
      test.db.sql.rows(
        'SELECT (SELECT count(*) FROM opt_out_request) AS a, (SELECT count(*) FROM suppression) AS b, (SELECT count(*) FROM ledger_event) AS c, (SELECT count(*) FROM outbox) AS d',
      );
    const before = await count();
    expect(await click(message!)).toEqual({ refused: 'exempt' });
    expect(await click(message!, { kind: 'BOOK', id: org.staffId })).toEqual({ refused: 'exempt' });
    expect(await count()).toEqual(before);
    expect(await openLink(test.db.sql, message!, now)).toMatchObject({
      exempt: true,
      standing: [],
    });
  });

  it('takes none by the topic that its message was about either', async () => {
    const [message] = await messagesOf(org.staffId, org.newsTopicId);
    await exempt();
    expect(await click(message!)).toEqual({ refused: 'exempt' });
  });

  it('lets its link leave the marketing of the account', async () => {
    const [message] = await messagesOf(org.staffId);
    await exempt();
    expect(await click(message!, { kind: 'ACCOUNT', id: org.accountId })).toMatchObject({
      state: 'CONFIRMED',
      scopeKind: 'ACCOUNT',
    });
  });

  it('lifts nothing: those who left before stay out, and are told so when they click again', async () => {
    await setStaffPolicy(atOnce);
    const [message] = await messagesOf(org.staffId);
    const { requestId, recipientId } = await leave(message!);
    await exempt();
    expect(await suppressionsOf(test.db.sql, recipientId)).toMatchObject([{ state: 'OPTED_OUT' }]);
    expect(await click(message!)).toMatchObject({ requestId, effect: 'joined' });
  });

  it('can be left again when the exemption ends, and keeps who did what, when and why', async () => {
    await setStaffPolicy(atOnce);
    const [message] = await messagesOf(org.staffId);
    await exempt();
    expect(await exempt()).toEqual({ refused: 'already-exempt' });
    expect(await exempt(false, { reason: ' ' })).toEqual({ refused: 'reason-required' });
    expect(await exempt(false, { now: later, actor: 'Ada', reason: 'Over' })).toEqual({
      done: true,
    });
    expect(await exempt(false)).toEqual({ refused: 'not-exempt' });
    expect(await click(message!)).toMatchObject({ state: 'CONFIRMED' });
    expect(await exemptionsOf(test.db.sql, org.staffId)).toMatchObject([
      { exempt: false, at: later, actor: 'Ada', reason: 'Over' },
      { exempt: true, at: now, actor: 'Olle', reason: 'Safety notices' },
    ]);
  });

  it('is never one of marketing, nor another organisation’s', async () => {
    expect(await exempt(true, { addressBookId: org.newsletterId })).toEqual({
      refused: 'only-service-can-be-exempt',
    });
    const other = await seed(test.db, { name: 'Other' });
    expect(await exempt(true, { organisationId: other.organisationId })).toEqual({
      refused: 'not-found',
    });
  });

  it('is guarded against raw SQL: no act without a record, no record changed, never marketing', async () => {
    const { sql } = test.db;
    await expect(
      sql.rows('UPDATE address_book SET exempt_since = now() WHERE id = $1', [org.staffId]),
    ).rejects.toThrow(/recorded act/);
    await expect(
      sql.rows(
        `INSERT INTO opt_out_exemption (address_book_id, exempt, at, actor, reason) VALUES ($1, true, now(), 'x', 'x')`,
        [org.newsletterId],
      ),
    ).rejects.toThrow(/service_alone_is_exempt/);
    await expect(
      sql.rows("UPDATE address_book SET purpose = 'SERVICE' WHERE id = $1", [org.newsletterId]),
    ).rejects.toThrow(/keeps its purpose/);
    await exempt();
    await expect(
      sql.rows('UPDATE address_book SET exempt_since = NULL WHERE id = $1', [org.staffId]),
    ).rejects.toThrow(/recorded act/);
    for (const attack of [
      "UPDATE opt_out_exemption SET reason = 'y'",
      'DELETE FROM opt_out_exemption',
      'TRUNCATE opt_out_exemption',
    ])
      await expect(sql.rows(attack)).rejects.toThrow(/append-only/);
  });
});

describe('a controller who brings somebody back (B1, A6)', () => {
  const reactivate = (requestId: string, more: object = {}) =>
    test.db.transaction((sql) =>
      reactivateRecipient(sql, {
        organisationId: org.organisationId,
        requestId,
        reason: 'On call again',
        actor: { kind: 'KEY', name: 'Eva' },
        now: later,
        ...more,
      }),
    );

  it('lifts a confirmed opt-out of a service book whose policy says so, once, with reason and history', async () => {
    await setStaffPolicy(byController);
    const [message] = await messagesOf(org.staffId);
    const { requestId, recipientId } = await leave(message!);
    expect(await reactivate(requestId, { reason: '' })).toEqual({ refused: 'reason-required' });
    expect(await reactivate(requestId)).toEqual({ done: true });
    expect(await suppressionsOf(test.db.sql, recipientId)).toEqual([]);
    expect((await ledgerOfRequest(test.db.sql, requestId)).at(-1)).toMatchObject({
      type: 'LIFTED',
      oldState: 'CONFIRMED',
      newState: 'LIFTED',
      actorKind: 'KEY',
      actor: 'Eva',
      reason: 'On call again',
      at: later,
    });
    expect(await reactivate(requestId)).toEqual({ refused: 'not-in-force' });
    // They may leave again, and that act does not lift the new opt-out.
    const again = await leave(message!);
    expect(again.requestId).not.toBe(requestId);
    await expect(
      test.db.sql.rows('DELETE FROM suppression WHERE request_id = $1', [again.requestId]),
    ).rejects.toThrow(/double opt-in/);
  });

  it('asks the policy that the request was judged by, not the one of today', async () => {
    await setStaffPolicy(atOnce);
    const [message, second] = await messagesOf(org.staffId);
    const before = await leave(message!);
    await setStaffPolicy(byController);
    expect(await reactivate(before.requestId)).toEqual({ refused: 'recipient-alone-may-return' });
    const during = await leave(second!);
    await setStaffPolicy(atOnce);
    expect(await reactivate(during.requestId)).toEqual({ done: true });
  });

  it('is refused for marketing, for open requests, and elsewhere', async () => {
    const [news] = await messagesOf(org.newsletterId);
    const marketing = await leave(news!);
    expect(await reactivate(marketing.requestId)).toEqual({
      refused: 'marketing-returns-by-recipient',
    });
    await setStaffPolicy({ ...byController, mode: 'REVIEW' });
    const [staff] = await messagesOf(org.staffId);
    const open = await leave(staff!);
    expect(await reactivate(open.requestId)).toEqual({ refused: 'not-in-force' });
    const other = await seed(test.db, { name: 'Other' });
    expect(await reactivate(open.requestId, { organisationId: other.organisationId })).toEqual({
      refused: 'not-found',
    });
  });

  it('can not reach marketing by raw SQL either (D-1)', async () => {
    const { sql } = test.db;
    await setStaffPolicy(byController);
    const [news] = await messagesOf(org.newsletterId);
    const [staff] = await messagesOf(org.staffId);
    const marketing = await leave(news!);
    const service = await leave(staff!);
    const act = (requestId: string) =>
      sql.rows(
        `INSERT INTO controller_reactivation (request_id, at, actor, reason) VALUES ($1, now(), 'x', 'x')`,
        [requestId],
      );
    await expect(act(marketing.requestId)).rejects.toThrow(/service book/);
    for (const lie of [
      "UPDATE opt_out_request SET purpose = 'SERVICE' WHERE id = $1",
      'UPDATE opt_out_request SET policy_owner_id = scope_id WHERE id = $1',
    ])
      await expect(sql.rows(lie, [marketing.requestId])).rejects.toThrow(/judged by/);
    // An honest act for staff information, then pointed at by the marketing row: the scopes differ, so it opens nothing.
    await act(service.requestId);
    await sql.rows('UPDATE suppression SET request_id = $1 WHERE request_id = $2', [
      service.requestId,
      marketing.requestId,
    ]);
    await expect(
      sql.rows('DELETE FROM suppression WHERE scope_id = $1', [org.newsletterId]),
    ).rejects.toThrow(/double opt-in/);
    for (const attack of [
      "UPDATE controller_reactivation SET reason = 'y'",
      'DELETE FROM controller_reactivation',
      'TRUNCATE controller_reactivation',
    ])
      await expect(sql.rows(attack)).rejects.toThrow(/append-only/);
  });
});
