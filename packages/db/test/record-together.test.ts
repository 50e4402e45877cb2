import {
  createTestDatabase,
  lockAwaited,
  released,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  claimMessages,
  finishMessages,
  type OneClick,
  recordOptOut,
  recordTogether,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const NOBODYS = '01900000-0000-7000-8000-000000000000';
let test: TestDatabase;
let org: Seed;

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterEach(() => test?.close());

const wishOf = (messageId: string, at = now): OneClick => ({
  messageId,
  evidence: {
    path: '/u/:token',
    origin: '192.0.2.7',
    headers: { 'user-agent': 'Åsa "says", {no}\\' },
    sha256: createHash('sha256').update('the request').digest('hex'),
  },
  now: at,
});

const alone = ({ messageId, evidence, now: at }: OneClick) =>
  recordOptOut(test.db.sql, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'ONE_CLICK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence,
    now: at,
  });

async function messagesOf(count: number, addressBookId = org.newsletterId): Promise<string[]> {
  const { messages } = await released(test, org, { count, now, addressBookId });
  return messages.map(({ id }) => id);
}

/** All that is on record of a message's wish, but for what is drawn anew for each. */
async function recordOf(messageId: string): Promise<unknown> {
  const [row] = await test.db.sql.rows<{ all: unknown }>(
    `WITH q AS (SELECT * FROM opt_out_request WHERE message_id = $1)
     SELECT jsonb_build_array(
       (SELECT jsonb_agg(to_jsonb(q) - '{id,recipient_id,address_key,message_id}'::text[]) FROM q),
       (SELECT jsonb_agg(to_jsonb(s) - '{request_id,address_key}'::text[]) FROM suppression s JOIN q ON s.request_id = q.id),
       (SELECT jsonb_agg(to_jsonb(e) - '{id,request_id}'::text[]) FROM opt_out_evidence e JOIN q ON e.request_id = q.id),
       (SELECT jsonb_agg(to_jsonb(l) - '{id,tx,request_id,recipient_id,address_key,detail}'::text[]) FROM ledger_event l JOIN q ON l.request_id = q.id),
       (SELECT jsonb_agg(l.detail ->> 'evidenceId' = e.id::text) FROM ledger_event l JOIN q ON l.request_id = q.id
         JOIN opt_out_evidence e ON e.request_id = q.id),
       (SELECT jsonb_agg(o.message - 'requestId') FROM outbox o JOIN q ON o.message ->> 'requestId' = q.id::text)) AS all`,
    [messageId],
  );
  return row!.all;
}

const shown = (recorded: Awaited<ReturnType<typeof alone>>) => ({
  ...recorded,
  requestId: null,
  recipientId: null,
});

describe('one-click POSTs that come in the same moment (O-11)', () => {
  it.each(['newsletterId', 'staffId'] as const)(
    'are written by few statements, and each as by its own (%s)',
    async (book) => {
      const [first, ...others] = await messagesOf(21, org[book]);
      const expected = await alone(wishOf(first!));
      const leave = recordTogether(test.db.sql);
      const recorded = await Promise.all(others.map((id) => leave(wishOf(id))));
      const row = await recordOf(first!);
      for (const [nth, each] of recorded.entries()) {
        expect(shown(each)).toEqual(shown(expected));
        expect(await recordOf(others[nth]!)).toEqual(row);
      }
      const [written] = await test.db.sql.rows<{ n: number }>(
        'SELECT count(DISTINCT xmin::text)::int AS n FROM opt_out_request',
      );
      expect(written!.n).toBeLessThanOrEqual(3);
    },
  );

  it('repeats and links of nobody are answered as alone, and write nothing twice (O-8)', async () => {
    const [stands, twice, ...fresh] = (await messagesOf(8)) as [string, string, ...string[]];
    const before = await alone(wishOf(stands));
    const leave = recordTogether(test.db.sql);
    const ask = [NOBODYS, stands, twice, twice, ...fresh];
    const [none, again, one, two, ...rest] = await Promise.all(ask.map((id) => leave(wishOf(id))));
    expect(none).toEqual({ refused: 'not-found' });
    expect(again).toMatchObject({ ...before, effect: 'joined' });
    const effects = [one, two].map((each) => (each as { effect: string }).effect);
    expect(effects.toSorted()).toEqual(['joined', 'opened']);
    expect(rest.map((each) => (each as { effect: string }).effect)).toEqual(
      fresh.map(() => 'opened'),
    );
    const rows = await test.db.sql.rows('SELECT 1 FROM opt_out_request');
    expect(rows).toHaveLength(8);
  });

  it('of one person by two campaigns of a book meet in one request', async () => {
    const first = await released(test, org, { count: 1, now });
    const second = await test.db.sql.rows<{ id: string }>(
      `WITH c AS (
         INSERT INTO campaign (organisation_id, account_id, address_book_id, name, channel, content, created_by, state, purpose)
         SELECT organisation_id, account_id, address_book_id, 'again', channel, content, created_by, state, purpose
         FROM campaign WHERE id = $1 RETURNING id)
       INSERT INTO message (campaign_id, recipient_id, due_at, changed_at)
       SELECT c.id, m.recipient_id, m.due_at, m.changed_at FROM c, message m WHERE m.campaign_id = $1 RETURNING id`,
      [first.campaignId],
    );
    const leave = recordTogether(test.db.sql);
    const ids = [first.messages[0]!.id, second[0]!.id];
    const both = await Promise.all(ids.map((id) => leave(wishOf(id))));
    const requests = new Set(both.map((each) => (each as { requestId: string }).requestId));
    expect(requests.size).toBe(1);
  });

  it('soon after their hand-over are counted each, as a burst is (N4)', async () => {
    const { campaignId, messages } = await released(test, org, { count: 9, now });
    await claimMessages(test.db.sql, { campaignId, limit: 9, now, leaseUntil: after(30) });
    const sent = { state: 'SENT', outcome: '250 ok', dueAt: null } as const;
    await finishMessages(
      test.db.sql,
      messages.map(({ id }) => ({ messageId: id, ...sent })),
      now,
    );
    await test.db.sql.rows(
      `INSERT INTO campaign_domain (campaign_id, mail_domain, burst_from, counted_until)
       SELECT $1, mail_domain(r.address), 5, $2 FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.campaign_id = $1
       GROUP BY 2 ON CONFLICT (campaign_id, mail_domain) DO UPDATE SET burst_from = 5`,
      [campaignId, now],
    );
    const leave = recordTogether(test.db.sql);
    const all = await Promise.all(messages.map(({ id }) => leave(wishOf(id, after(1)))));
    const suspected = all.filter((each) => (each as { suspicion: unknown }).suspicion === 'BURST');
    expect(suspected).toHaveLength(5);
    const [{ n }] = (await test.db.sql.rows('SELECT early_leavers AS n FROM campaign_domain')) as [
      { n: number },
    ];
    expect(n).toBe(9);
  });

  it('wait for nobody whose recipient is locked by somebody else: that wish waits by itself (W-2)', async () => {
    const [held, ...others] = (await messagesOf(6)) as [string, ...string[]];
    const leave = recordTogether(test.db.sql);
    let waiting: Promise<unknown> | undefined;
    await test.db.transaction(async (tx) => {
      await tx.rows(
        'SELECT 1 FROM recipient r JOIN message m ON m.recipient_id = r.id WHERE m.id = $1 FOR SHARE OF r',
        [held],
      );
      waiting = leave(wishOf(held));
      const rest = await Promise.all(others.map((id) => leave(wishOf(id))));
      expect(rest.map((each) => (each as { effect: string }).effect)).toEqual(
        others.map(() => 'opened'),
      );
      await lockAwaited(test.db.sql);
    });
    expect(await waiting).toMatchObject({ effect: 'opened', state: 'CONFIRMED' });
  });

  it('do not fail where one among them can not be written', async () => {
    const [broken, ...others] = (await messagesOf(6)) as [string, ...string[]];
    const leave = recordTogether(test.db.sql);
    const bad = { ...wishOf(broken), evidence: { sha256: 'no hash' } };
    const [first, ...rest] = await Promise.allSettled([
      leave(bad),
      ...others.map((id) => leave(wishOf(id))),
    ]);
    expect(first.status).toBe('rejected');
    expect(rest.map(({ status }) => status)).toEqual(others.map(() => 'fulfilled'));
  });
});
