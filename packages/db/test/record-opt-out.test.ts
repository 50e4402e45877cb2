import { judge, type OptOutPolicy, VERDICTS } from '@adieu/domain';
import {
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  claimMessages,
  decideRequests,
  inFlight,
  ledgerOfRequest,
  type OptOutCommand,
  recordOptOut,
  type RecordedOptOut,
  setPolicy,
  suppressionsOf,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

async function messagesOf(addressBookId: string, topicId: string | null = null): Promise<string[]> {
  const campaignId = await seedContacts(test.db, org, { count: 3, addressBookId, topicId });
  await test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId: org.organisationId, campaignId, now }),
  );
  const rows = await test.db.sql.rows<{ id: string }>(
    'SELECT id FROM message WHERE campaign_id = $1 ORDER BY id',
    [campaignId],
  );
  return rows.map(({ id }) => id);
}

function wish(messageId: string, more: Partial<OptOutCommand> = {}): OptOutCommand {
  return {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'ONE_CLICK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: { headers: { 'user-agent': 'test' } },
    now,
    ...more,
  };
}

async function record(command: OptOutCommand): Promise<RecordedOptOut> {
  const result = await recordOptOut(test.db.sql, command);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

describe('recording a wish', () => {
  it('of one click on marketing is in force at once, with ledger, evidence and outbox row (O-1, D4)', async () => {
    const [message] = await messagesOf(org.newsletterId);
    const request = await record(wish(message!));
    expect(request).toMatchObject({
      state: 'CONFIRMED',
      scopeKind: 'BOOK',
      scopeId: org.newsletterId,
      deadline: null,
      effect: 'opened',
    });
    expect(await suppressionsOf(test.db.sql, request.recipientId)).toMatchObject([
      { scopeKind: 'BOOK', state: 'OPTED_OUT', since: now, requestId: request.requestId },
    ]);
    expect(await ledgerOfRequest(test.db.sql, request.requestId)).toMatchObject([
      {
        type: 'REQUESTED',
        newState: 'CONFIRMED',
        method: 'ONE_CLICK',
        actorKind: 'RECIPIENT',
        policyVersion: 1,
        at: now,
      },
    ]);
    const outbox = await test.db.sql.rows(
      "SELECT message FROM outbox WHERE message->>'requestId' = $1",
      [request.requestId],
    );
    expect(outbox).toEqual([
      { message: { kind: 'opt-out.opened', requestId: request.requestId, deadline: null } },
    ]);
    const evidence = await test.db.sql.rows(
      'SELECT kind, headers, detail FROM opt_out_evidence WHERE request_id = $1',
      [request.requestId],
    );
    expect(evidence).toEqual([
      { kind: 'ONE_CLICK', headers: { 'user-agent': 'test' }, detail: {} },
    ]);
  });

  it('leaves only the scope of the link: the topic where the campaign has one (O-14)', async () => {
    const [message] = await messagesOf(org.newsletterId, org.newsTopicId);
    expect(await record(wish(message!))).toMatchObject({
      scopeKind: 'TOPIC',
      scopeId: org.newsTopicId,
    });
  });

  it('two hundred times in parallel is one request, one event, one outbox row (O-8)', async () => {
    const [, message] = await messagesOf(org.newsletterId);
    const results = await Promise.all(Array.from({ length: 200 }, () => record(wish(message!))));
    expect(new Set(results.map(({ requestId }) => requestId)).size).toBe(1);
    expect(results.filter(({ effect }) => effect === 'opened')).toHaveLength(1);
    const id = results[0]!.requestId;
    expect(await ledgerOfRequest(test.db.sql, id)).toHaveLength(1);
    expect(
      await test.db.sql.rows("SELECT 1 FROM outbox WHERE message->>'requestId' = $1", [id]),
    ).toHaveLength(1);
  });

  it('in a reviewed staff book pauses and waits until the policy ends it (B5)', async () => {
    const [message] = await messagesOf(org.staffId);
    const request = await record(wish(message!, { method: 'LINK' }));
    expect(request).toMatchObject({
      state: 'PENDING',
      deadline: new Date('2026-05-11T08:00:00Z'),
      onTimeout: 'REVERT',
    });
    const rows = await test.db.sql.rows<{ message: unknown }>(
      "SELECT message FROM outbox WHERE message->>'requestId' = $1",
      [request.requestId],
    );
    expect(rows[0]!.message).toMatchObject({ deadline: '2026-05-11T08:00:00.000Z' });
  });

  it('that is clear closes a pending unclear one at once (W-10)', async () => {
    const [, , message] = await messagesOf(org.newsletterId);
    const unclear = await record(
      wish(message!, {
        signal: 'UNCLEAR',
        method: 'MANUAL',
        actor: { kind: 'KEY', name: 'Eva' },
      }),
    );
    expect(unclear).toMatchObject({
      state: 'PENDING',
      onTimeout: 'OPT_OUT',
      deadline: new Date('2026-05-06T08:00:00Z'),
    });
    const later = new Date(now.getTime() + 60_000);
    const clear = await record(wish(message!, { now: later }));
    expect(clear).toMatchObject({
      requestId: unclear.requestId,
      state: 'CONFIRMED',
      effect: 'overridden',
    });
    expect((await ledgerOfRequest(test.db.sql, clear.requestId)).map(({ type }) => type)).toEqual([
      'REQUESTED',
      'OVERRIDDEN',
    ]);
    expect(await suppressionsOf(test.db.sql, clear.recipientId)).toContainEqual(
      expect.objectContaining({ state: 'OPTED_OUT', since: later, requestId: clear.requestId }),
    );
  });

  it('gives what the domain judges, for every row of the law', async () => {
    const policies: OptOutPolicy[] = [
      { mode: 'AT_ONCE', reviewSeconds: 3_600, onTimeout: 'OPT_OUT' },
      { mode: 'REVIEW', reviewSeconds: 7_200, onTimeout: 'REVERT' },
    ];
    for (const policy of policies) {
      await test.db.transaction((sql) =>
        setPolicy(sql, {
          organisationId: org.organisationId,
          addressBookId: org.staffId,
          policy,
          createdBy: 'test',
        }),
      );
      for (const { signal } of VERDICTS.filter(
        (row) => row.purpose === 'SERVICE' && row.mode === policy.mode,
      )) {
        if (signal === 'MACHINE') continue;
        const [message] = await messagesOf(org.staffId);
        await test.db.sql.rows(
          "UPDATE opt_out_request SET state = 'REVERTED' WHERE state = 'PENDING' AND scope_id = $1",
          [org.staffId],
        );
        await test.db.sql.rows(
          "UPDATE opt_out_request SET state = 'LIFTED' WHERE state = 'CONFIRMED' AND scope_id = $1",
          [org.staffId],
        );
        const request = await record(wish(message!, { signal, method: 'LINK' }));
        const ruling = judge(signal, 'SERVICE', policy, now);
        if ('refused' in ruling) throw new Error('the law has no row');
        expect(request).toMatchObject({
          state: ruling.state,
          deadline: ruling.deadline,
          onTimeout: ruling.onTimeout,
        });
      }
    }
  });

  it('refuses scopes of other organisations like ones that do not exist', async () => {
    const [message] = await messagesOf(org.newsletterId);
    const other = await seed(test.db, { name: 'Other' });
    for (const scope of [
      { kind: 'ACCOUNT', id: other.accountId },
      { kind: 'TOPIC', id: other.newsTopicId },
      { kind: 'BOOK', id: other.newsletterId },
      { kind: 'ORGANISATION', id: other.organisationId },
    ] as const) {
      expect(
        await recordOptOut(test.db.sql, wish(message!, { target: { messageId: message!, scope } })),
      ).toEqual({ refused: 'not-found' });
    }
  });

  it('lists a message whose hand-over was under way (design §3)', async () => {
    const campaignId = await seedContacts(test.db, org, { count: 5, topicId: org.eventsTopicId });
    await test.db.transaction((sql) =>
      releaseDraft(sql, { organisationId: org.organisationId, campaignId, now }),
    );
    const leaseUntil = new Date(now.getTime() + 30_000);
    const [claimed] = (
      await claimMessages(test.db.sql, { campaignId, limit: 5, now, leaseUntil })
    ).slice(-1);
    const request = await record(wish(claimed!.messageId));
    expect(await inFlight(test.db.sql, request.recipientId, now)).toMatchObject([
      { messageId: claimed!.messageId, leaseUntil },
    ]);
    expect(await inFlight(test.db.sql, request.recipientId, leaseUntil)).toEqual([]);
  });
});

describe('deciding', () => {
  it('is one outcome for each request, each for itself (W-6)', async () => {
    const other = await seed(test.db, { name: 'Third' });
    const [news, staff] = [await messagesOf(org.newsletterId), await messagesOf(org.staffId)];
    await test.db.transaction((sql) =>
      setPolicy(sql, {
        organisationId: org.organisationId,
        addressBookId: org.staffId,
        policy: { mode: 'REVIEW', reviewSeconds: 600, onTimeout: 'REVERT' },
        createdBy: 'test',
      }),
    );
    const clear = await record(wish(news[0]!));
    const pending = await record(wish(staff[1]!, { method: 'LINK' }));
    const decision = {
      requestIds: [clear.requestId, pending.requestId, pending.requestId, crypto.randomUUID()],
      decision: 'DECLINE',
      reason: 'on call',
      actor: { kind: 'KEY', name: 'Eva' },
      now,
    } as const;
    const foreign = await test.db.transaction((sql) =>
      decideRequests(sql, { ...decision, organisationId: other.organisationId }),
    );
    expect(foreign.map(({ refused }) => refused)).toEqual(['not-found', 'not-found', 'not-found']);
    const items = await test.db.transaction((sql) =>
      decideRequests(sql, { ...decision, organisationId: org.organisationId }),
    );
    expect(items.map(({ refused }) => refused)).toEqual([
      'clear-marketing-cannot-be-declined',
      null,
      'not-found',
    ]);
    expect(await suppressionsOf(test.db.sql, pending.recipientId)).not.toContainEqual(
      expect.objectContaining({ scopeId: org.staffId }),
    );
    const again = await test.db.transaction((sql) =>
      decideRequests(sql, { ...decision, organisationId: org.organisationId }),
    );
    expect(again[1]!.refused).toBe('already-closed');
  });
});
