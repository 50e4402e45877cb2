import { join, JOINS, MOST_VOICES } from '@adieu/domain';
import { createTestDatabase, seed, type Seed, type TestDatabase, released } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decideRequests,
  evidenceOfRequests,
  ledgerOfRequest,
  mayContact,
  type OptOutCommand,
  recordOptOut,
  type RecordedOptOut,
  setPolicy,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date('2026-05-04T09:00:00.000Z');
let test: TestDatabase;
let org: Seed;
let messages: string[];

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const staff = await released(test, org, { count: 60, now, addressBookId: org.staffId });
  messages = staff.messages.map(({ id }) => id);
});
afterAll(() => test?.close());

const nextMessage = (): string => messages.pop()!;

async function record(
  messageId: string,
  more: Partial<OptOutCommand> = {},
): Promise<RecordedOptOut> {
  const result = await recordOptOut(test.db.sql, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'LINK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: { headers: { 'user-agent': 'test' } },
    now,
    ...more,
  });
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const typesOf = async (requestId: string): Promise<string[]> =>
  (await ledgerOfRequest(test.db.sql, requestId)).map(({ type }) => type);
const outboxOf = async (requestId: string): Promise<number> =>
  (await test.db.sql.rows("SELECT 1 FROM outbox WHERE message->>'requestId' = $1", [requestId]))
    .length;

const BY_PHONE = {
  signal: 'UNCLEAR',
  method: 'MANUAL',
  actor: { kind: 'KEY', name: 'Eva' },
  now: later,
} as const;

describe('a second wish while the first waits (W-10)', () => {
  it('joins it: an event with its own method and actor, evidence, the same deadline, no second workflow', async () => {
    const message = nextMessage();
    const first = await record(message);
    const second = await record(message, { ...BY_PHONE, evidence: { note: 'She called' } });
    expect(second).toMatchObject({
      requestId: first.requestId,
      effect: 'joined',
      state: 'PENDING',
      signal: 'CLEAR',
      method: 'LINK',
      deadline: first.deadline,
      receivedAt: first.receivedAt,
    });
    const [, event] = await ledgerOfRequest(test.db.sql, first.requestId);
    expect(event).toMatchObject({
      type: 'JOINED',
      at: later,
      signal: 'UNCLEAR',
      method: 'MANUAL',
      actorKind: 'KEY',
      actor: 'Eva',
      oldState: 'PENDING',
      newState: 'PENDING',
    });
    const evidence = await evidenceOfRequests(test.db.sql, org.organisationId, [first.requestId]);
    expect(evidence.map(({ kind, note }) => [kind, note])).toEqual([
      ['PAGE', null],
      ['NOTE', 'She called'],
    ]);
    expect(event!.detail).toEqual({ evidenceId: evidence[1]!.id });
    expect(await outboxOf(first.requestId)).toBe(1);
  });

  it('makes the request as strong as the strongest that was seen, whichever came first', async () => {
    const [message, other] = [nextMessage(), nextMessage()];
    const { requestId } = await record(message, BY_PHONE);
    expect(await record(message)).toMatchObject({ requestId, signal: 'CLEAR', effect: 'joined' });
    expect(await record(message, { ...BY_PHONE, evidence: { note: 'again' } })).toMatchObject({
      signal: 'CLEAR',
    });
    await record(other);
    expect(await record(other, BY_PHONE)).toMatchObject({ signal: 'CLEAR' });
  });

  it('writes nothing where it is the same wish again, a hundred times (O-8)', async () => {
    const message = nextMessage();
    for (let i = 0; i < 100; i++) await record(message);
    const { requestId } = await record(message);
    expect(await typesOf(requestId)).toEqual(['REQUESTED']);
    expect(await evidenceOfRequests(test.db.sql, org.organisationId, [requestId])).toHaveLength(1);
  });

  it('two hundred times in parallel is one request and one event (O-8)', async () => {
    const message = nextMessage();
    const all = await Promise.all(Array.from({ length: 200 }, () => record(message)));
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(1);
    expect(all.filter(({ effect }) => effect === 'opened')).toHaveLength(1);
    expect(await typesOf(all[0]!.requestId)).toEqual(['REQUESTED']);
    expect(await outboxOf(all[0]!.requestId)).toBe(1);
  });

  it('of three kinds at once is one request with three voices, in whatever order they come', async () => {
    const message = nextMessage();
    const all = await Promise.all([
      record(message),
      record(message, { method: 'ONE_CLICK' }),
      record(message, BY_PHONE),
    ]);
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(1);
    expect((await typesOf(all[0].requestId)).sort()).toEqual(['JOINED', 'JOINED', 'REQUESTED']);
    const [row] = await test.db.sql.rows('SELECT signal FROM opt_out_request WHERE id = $1', [
      all[0].requestId,
    ]);
    expect(row).toEqual({ signal: 'CLEAR' });
  });

  it(`keeps ${MOST_VOICES} voices at most`, async () => {
    const message = nextMessage();
    for (let i = 0; i < MOST_VOICES + 5; i++)
      await record(message, { ...BY_PHONE, evidence: { note: `call ${i}` } });
    const { requestId, signal } = await record(message);
    // A stronger one is heard even then.
    expect(signal).toBe('CLEAR');
    expect(await typesOf(requestId)).toHaveLength(MOST_VOICES + 1);
  });
});

describe('a wish that meets a confirmed one', () => {
  it('changes nothing and writes nothing, by any method (O-8)', async () => {
    const { messages: news } = await released(test, org, { count: 1, now });
    const { requestId } = await record(news[0]!.id, { method: 'ONE_CLICK' });
    for (let i = 0; i < 100; i++)
      await record(news[0]!.id, i % 2 === 0 ? { method: 'ONE_CLICK' } : BY_PHONE);
    expect(await typesOf(requestId)).toEqual(['REQUESTED']);
    expect(await outboxOf(requestId)).toBe(1);
  });
});

describe('the statement', () => {
  it('does with every pair what the domain says', async () => {
    for (const { open, incoming } of JOINS) {
      // A policy is chosen so that the wish opens what the row says.
      const wanted = [
        [open.signal, open.state],
        [incoming.signal, incoming.opens],
      ] as const;
      if (wanted.some(([signal, opens]) => signal === 'UNCLEAR' && opens === 'CONFIRMED')) continue;
      const message = nextMessage();
      const results: RecordedOptOut[] = [];
      for (const [signal, opens] of wanted) {
        await test.db.transaction((sql) =>
          setPolicy(sql, {
            organisationId: org.organisationId,
            addressBookId: org.staffId,
            policy: {
              mode: opens === 'CONFIRMED' ? 'AT_ONCE' : 'REVIEW',
              reviewSeconds: 600,
              onTimeout: 'REVERT',
            },
            createdBy: 'test',
          }),
        );
        results.push(
          await record(message, {
            signal,
            method: results.length === 0 ? 'LINK' : 'API',
            evidence: { note: `${results.length}` },
          }),
        );
      }
      const expected = join({ open, incoming });
      expect(results[1], JSON.stringify({ open, incoming })).toMatchObject({
        requestId: results[0]!.requestId,
        state: expected.state,
        signal: expected.signal,
        effect: expected.effect === 'OVERRIDES' ? 'overridden' : 'joined',
      });
      const types = { JOINS: ['JOINED'], OVERRIDES: ['OVERRIDDEN'], STANDS: [] };
      expect(await typesOf(results[0]!.requestId)).toEqual([
        'REQUESTED',
        ...types[expected.effect],
      ]);
    }
  });
});

describe('a wider wish while a narrower one waits', () => {
  it('stands for itself: the narrower one goes on to its own end, and the gate stops all the same', async () => {
    const { messages: news, campaignId } = await released(test, org, { count: 3, now });
    const message = news[2]!;
    const narrow = await record(message.id, { ...BY_PHONE, now });
    const wide = await record(message.id, {
      target: { messageId: message.id, scope: { kind: 'ACCOUNT', id: org.accountId } },
    });
    expect(wide).toMatchObject({ state: 'CONFIRMED', effect: 'opened', scopeKind: 'ACCOUNT' });
    expect(wide.requestId).not.toBe(narrow.requestId);
    expect(await typesOf(narrow.requestId)).toEqual(['REQUESTED']);
    await test.db.transaction((sql) =>
      decideRequests(sql, {
        organisationId: org.organisationId,
        requestIds: [narrow.requestId],
        decision: 'DECLINE',
        reason: 'was about something else',
        actor: { kind: 'KEY', name: 'Eva' },
        now: later,
      }),
    );
    const [row] = await test.db.sql.rows<{ addressKey: Buffer }>(
      'SELECT r.address_key AS "addressKey" FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.id = $1 AND m.campaign_id = $2',
      [message.id, campaignId],
    );
    const gate = await mayContact(test.db.sql, {
      organisationId: org.organisationId,
      addressKey: row!.addressKey,
      channel: 'EMAIL',
      addressBookId: org.newsletterId,
      topicId: null,
      accountId: null,
      purpose: null,
      now,
    });
    expect(gate).toMatchObject({ answer: { allowed: false, because: 'OPTED_OUT' } });
  });
});
