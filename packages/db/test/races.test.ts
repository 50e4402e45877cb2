import { covers, PURPOSES, SCOPE_KINDS } from '@adieu/domain';
import {
  leaves,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  lockAwaited,
  released,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  claimMessages,
  decideRequests,
  endReview,
  expireLeases,
  extendRequest,
  finishMessages,
  inFlight,
  ledgerOfRequest,
  openWork,
  relayBatch,
  type Sql,
  switchAccountList,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db, { staffReviewSeconds: 60 });
});
afterAll(() => test.close());

const leave = (messageId: string, signal: 'CLEAR' | 'UNCLEAR' = 'CLEAR', at = now) =>
  leaves(test.db.sql, messageId, { signal, now: at });

const endedByBook = (bookId: string) =>
  test.db.sql.rows(
    "UPDATE opt_out_request SET state = CASE state WHEN 'PENDING' THEN 'REVERTED' ELSE 'LIFTED' END WHERE scope_id = $1 AND state IN ('PENDING','CONFIRMED')",
    [bookId],
  );

describe('decision, timeout and deadline', () => {
  it('at the same instant give one outcome, the same in request, suppression and ledger (W-8)', async () => {
    const { messages } = await released(test, org, { count: 20, now, addressBookId: org.staffId });
    for (const { id } of messages) {
      const { requestId, recipientId } = await leave(id);
      const decide = (decision: 'CONFIRM' | 'DECLINE') =>
        test.db.transaction((sql) =>
          decideRequests(sql, {
            organisationId: org.organisationId,
            requestIds: [requestId],
            decision,
            reason: 'r',
            actor: { kind: 'KEY', name: 'Eva' },
            now: after(60),
          }),
        );
      await Promise.all([
        endReview(test.db, requestId, after(60)),
        decide('CONFIRM'),
        decide('DECLINE'),
        endReview(test.db, requestId, after(60)),
      ]);
      const [request] = await test.db.sql.rows<{ state: string }>(
        'SELECT state FROM opt_out_request WHERE id = $1',
        [requestId],
      );
      const events = (await ledgerOfRequest(test.db.sql, requestId)).filter(
        ({ type }) => type !== 'REQUESTED',
      );
      expect(events).toHaveLength(1);
      expect(events[0]!.newState).toBe(request!.state);
      const standing = await test.db.sql.rows<{ state: string }>(
        'SELECT s.state FROM suppression s JOIN recipient r ON r.address_key = s.address_key WHERE r.id = $1 AND s.scope_id = $2',
        [recipientId, org.staffId],
      );
      expect(standing).toEqual(request!.state === 'CONFIRMED' ? [{ state: 'OPTED_OUT' }] : []);
    }
    await endedByBook(org.staffId);
  });

  it('a timer that fires early, late or twice changes what is due and nothing else', async () => {
    const { messages } = await released(test, org, { count: 1, now, addressBookId: org.staffId });
    const { requestId } = await leave(messages[0]!.id);
    expect(await endReview(test.db, requestId, after(59))).toEqual({ waitUntil: after(60) });
    const extended = await test.db.transaction((sql) =>
      extendRequest(sql, {
        organisationId: org.organisationId,
        requestId,
        deadline: after(600),
        reason: 'on holiday',
        actor: { kind: 'KEY', name: 'Eva' },
        now: after(59),
      }),
    );
    expect(extended).toEqual({ extended: true });
    expect(await endReview(test.db, requestId, after(60))).toEqual({ waitUntil: after(600) });
    expect(await endReview(test.db, requestId, after(600))).toEqual({ state: 'REVERTED' });
    expect(await endReview(test.db, requestId, after(601))).toEqual({ state: 'REVERTED' });
    expect((await ledgerOfRequest(test.db.sql, requestId)).map(({ type }) => type)).toEqual([
      'REQUESTED',
      'DEADLINE_MOVED',
      'REVERTED',
    ]);
    expect(await endReview(test.db, crypto.randomUUID(), now)).toEqual({ refused: 'not-found' });
  });
});

describe('the gate and its fence', () => {
  it('under a storm of opt-outs: each message was claimed before the opt-out, and then on its receipt, or is stopped (N3, W-2, I-4)', async () => {
    const { campaignId, messages } = await released(test, org, { count: 400, now });
    const receipts = new Map<string, boolean>();
    const lease = after(30);
    const claimed = new Set<string>();
    const claimAll = async (): Promise<void> => {
      for (;;) {
        const batch = await claimMessages(test.db.sql, {
          campaignId,
          limit: 7,
          now,
          leaseUntil: lease,
        });
        const { queued } = await openWork(test.db.sql, campaignId);
        if (batch.length === 0 && queued === 0) return;
        for (const { messageId } of batch) claimed.add(messageId);
      }
    };
    const leaveAll = async (): Promise<void> => {
      await Promise.all(
        messages
          .filter((_, i) => i % 2 === 1)
          .map(async ({ id, recipientId }) => {
            await leave(id);
            receipts.set(id, (await inFlight(test.db.sql, recipientId, now)).length > 0);
          }),
      );
    };
    await Promise.all([claimAll(), claimAll(), leaveAll()]);
    const states = await test.db.sql.rows<{ id: string; state: string }>(
      'SELECT id, state FROM message WHERE campaign_id = $1',
      [campaignId],
    );
    for (const { id, state } of states) {
      const told = receipts.get(id);
      if (told === undefined) expect(state).toBe('HANDING_OVER');
      else expect(state).toBe(told ? 'HANDING_OVER' : 'STOPPED');
      expect(claimed.has(id)).toBe(state === 'HANDING_OVER');
    }
    expect([...receipts.values()].filter((told) => !told).length).toBeGreaterThan(0);
    await endedByBook(org.newsletterId);
  });

  it('covers in SQL exactly what the domain says it covers', async () => {
    const [topic, book, account, organisation] = [
      org.newsTopicId,
      org.newsletterId,
      org.accountId,
      org.organisationId,
    ];
    const stranger = crypto.randomUUID();
    const key = Buffer.alloc(32, 9);
    for (const scopeKind of SCOPE_KINDS) {
      for (const scopeId of [topic, book, account, organisation, stranger]) {
        for (const purpose of PURPOSES) {
          const rows = await test.db.transaction(async (sql) => {
            await sql.rows(
              "INSERT INTO suppression VALUES ($1, $2, 'EMAIL', $3, $4, 'PAUSED', $5)",
              [key, organisation, scopeId, scopeKind, now],
            );
            const found = await sql.rows(
              'SELECT 1 FROM covering_suppressions($1, $2, $3, $4, $5, $6, $7, $8)',
              [key, organisation, 'EMAIL', purpose, organisation, account, book, topic],
            );
            await sql.rows('DELETE FROM suppression WHERE address_key = $1', [key]);
            return found;
          });
          const path = {
            purpose,
            organisationId: organisation,
            accountId: account,
            bookId: book,
            topicId: topic,
          };
          expect(rows.length === 1, `${scopeKind} ${purpose}`).toBe(
            covers({ scopeKind, scopeId }, path),
          );
        }
      }
    }
  });
});

describe('hand-overs', () => {
  it('come back by state: sent, again, failed, and unknown where a sender died', async () => {
    const { campaignId } = await released(test, await seed(test.db, { name: 'Of its own' }), {
      count: 4,
      now,
    });
    const claim = (at: Date) =>
      claimMessages(test.db.sql, {
        campaignId,
        limit: 10,
        now: at,
        leaseUntil: new Date(at.getTime() + 30_000),
      });
    const [a, b, c, d] = (await claim(now)).map(({ messageId }) => messageId);
    await finishMessages(
      test.db.sql,
      [
        { messageId: a!, state: 'SENT', outcome: '250 ok', dueAt: null },
        { messageId: b!, state: 'QUEUED', outcome: '451 later', dueAt: after(5) },
        { messageId: c!, state: 'FAILED', outcome: '550 no such user', dueAt: null },
      ],
      now,
    );
    expect(await claim(now)).toEqual([]);
    expect(await openWork(test.db.sql, campaignId)).toEqual({
      queued: 1,
      leased: 1,
      nextDueAt: after(5),
      lastLease: after(30),
    });
    expect(await expireLeases(test.db.sql, campaignId, after(29))).toBe(0);
    expect(await expireLeases(test.db.sql, campaignId, after(30))).toBe(1);
    expect(await claim(after(31))).toMatchObject([{ messageId: b, attempts: 2 }]);
    await finishMessages(
      test.db.sql,
      [{ messageId: d!, state: 'QUEUED', outcome: 'late', dueAt: null }],
      after(31),
    );
    const [unknown] = await test.db.sql.rows<{ state: string }>(
      'SELECT state FROM message WHERE id = $1',
      [d],
    );
    expect(unknown!.state).toBe('UNKNOWN');
    await finishMessages(
      test.db.sql,
      [{ messageId: d!, state: 'SENT', outcome: '250 ok', dueAt: null }],
      after(32),
    );
    const [sent] = await test.db.sql.rows<{ state: string }>(
      'SELECT state FROM message WHERE id = $1',
      [d],
    );
    expect(sent!.state).toBe('SENT');
  });
});

describe('the outbox', () => {
  it('keeps what was not delivered, later each time, and loses nothing (K-9)', async () => {
    await test.db.sql.rows('DELETE FROM outbox');
    const { campaignId } = await released(test, org, { count: 1, now });
    const failed = await relayBatch(test.db, 10, new Date(), () =>
      Promise.reject(new Error('away')),
    );
    expect(failed).toMatchObject({ delivered: 0, failed: [new Error('away')] });
    expect((await relayBatch(test.db, 10, new Date(), async () => {})).delivered).toBe(0);
    const seen: unknown[] = [];
    const later = new Date(Date.now() + 2_000);
    expect(
      await relayBatch(test.db, 10, later, async (message) => void seen.push(message)),
    ).toEqual({ delivered: 1, failed: [] });
    expect(seen).toEqual([{ kind: 'campaign.released', campaignId }]);
    expect(await test.db.sql.rows('SELECT 1 FROM outbox')).toEqual([]);
  });
});

describe('a switch of lists while messages are being claimed (D6)', () => {
  it.each([true, false])(
    'lets none go to who left: it reads one list or the other, never the one that was cleared (to an own list: %s)',
    async (keepsOwnList) => {
      const of = await seed(test.db);
      const { campaignId, messages } = await released(test, of, { count: 3, now });
      const { organisationId, accountId } = of;
      const switchTo = (sql: Sql, own: boolean) =>
        switchAccountList(sql, {
          organisationId,
          accountId,
          keepsOwnList: own,
          actor: { kind: 'KEY', name: 'Eva' },
          now,
        });
      if (!keepsOwnList) await test.db.transaction((tx) => switchTo(tx, true));
      for (const { id } of messages) await leave(id);

      const claim = await test.db.transaction(async (tx) => {
        // The claim waits here before it reads the suppressions, after all that it reads of the account.
        await tx.rows('LOCK TABLE suppression IN ACCESS EXCLUSIVE MODE');
        const claiming = claimMessages(test.db.sql, {
          campaignId,
          limit: 10,
          now,
          leaseUntil: after(60),
        });
        await lockAwaited(test.db.sql);
        await switchTo(tx, keepsOwnList);
        return { claiming };
      });
      expect(await claim.claiming).toEqual([]);
    },
  );
});
