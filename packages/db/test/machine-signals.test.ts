import { METHODS, OPT_OUT_METHODS } from '@adieu/domain';
import {
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  released,
  type ReleasedMessage,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  evidenceOfRequests,
  findRequests,
  ledgerOfRequest,
  listMachineSignals,
  openRequestsFromMachineSignals,
  recordMachineSignal,
  recordOptOut,
  suppressionsOf,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const EVA = { kind: 'KEY', name: 'Eva' } as const;
let test: TestDatabase;
let org: Seed;
let messages: ReleasedMessage[];

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  ({ messages } = await released(test, org, { count: 30, now }));
});
afterAll(() => test?.close());

async function hear(
  { id, recipientId }: ReleasedMessage,
  more: Partial<Parameters<typeof recordMachineSignal>[1]> = {},
): Promise<string> {
  const result = await recordMachineSignal(test.db.sql, {
    organisationId: org.organisationId,
    recipientId,
    messageId: id,
    kind: 'HARD_BOUNCE',
    detail: { status: '5.1.1' },
    now,
    ...more,
  });
  if ('refused' in result) throw new Error(result.refused);
  return result.machineSignalId;
}

const open = (
  machineSignalIds: readonly string[],
  more: Partial<Parameters<typeof openRequestsFromMachineSignals>[1]> = {},
) =>
  test.db.transaction((sql) =>
    openRequestsFromMachineSignals(sql, {
      organisationId: org.organisationId,
      machineSignalIds,
      scope: null,
      note: 'dead mailboxes of spring',
      actor: EVA,
      now,
      ...more,
    }),
  );

describe("a machine's signal", () => {
  it('is kept as evidence and opens nothing; the same one again is kept once', async () => {
    const message = messages[0]!;
    const id = await hear(message);
    expect(await hear(message)).toBe(id);
    expect(await hear(message, { kind: 'LINK_SCANNER' })).not.toBe(id);
    expect(await suppressionsOf(test.db.sql, message.recipientId)).toEqual([]);
    const { rows } = await listMachineSignals(test.db.sql, org.organisationId, {
      kinds: ['HARD_BOUNCE'],
      isOpen: true,
      first: 10,
      after: null,
    });
    expect(rows).toMatchObject([{ id, detail: { status: '5.1.1' }, requestId: null }]);
  });

  it("of somebody else's recipient or message is not found", async () => {
    const other = await seed(test.db, { name: 'Other' });
    const signal = { kind: 'HARD_BOUNCE', detail: {}, now } as const;
    const ofOther = { ...signal, organisationId: other.organisationId };
    const { id, recipientId } = messages[1]!;
    expect(
      await recordMachineSignal(test.db.sql, { ...ofOther, recipientId, messageId: null }),
    ).toEqual({
      refused: 'not-found',
    });
    expect(
      await recordMachineSignal(test.db.sql, {
        ...signal,
        organisationId: org.organisationId,
        recipientId: messages[2]!.recipientId,
        messageId: id,
      }),
    ).toEqual({ refused: 'not-found' });
  });

  it('becomes an unclear request when an admin says so, each for itself, once', async () => {
    const [byMessage, byNone] = [
      await hear(messages[3]!),
      await hear(messages[4]!, { messageId: null, kind: 'INACTIVITY' }),
    ];
    const stranger = crypto.randomUUID();
    const items = await open([byMessage, stranger, byNone]);
    expect(items.map(({ refused }) => refused)).toEqual([null, 'not-found', 'scope-needed']);
    const requestId = items[0]!.requestId!;
    expect(await findRequests(test.db.sql, org.organisationId, [requestId])).toMatchObject([
      { state: 'PENDING', signal: 'UNCLEAR', method: 'FILTER', scopeId: org.newsletterId },
    ]);
    expect(await ledgerOfRequest(test.db.sql, requestId)).toMatchObject([
      { type: 'REQUESTED', actorKind: 'KEY', actor: 'Eva' },
    ]);
    expect(await evidenceOfRequests(test.db.sql, org.organisationId, [requestId])).toMatchObject([
      { kind: 'MACHINE', note: 'dead mailboxes of spring' },
    ]);
    expect(await open([byMessage])).toEqual([
      { machineSignalId: byMessage, requestId, refused: null },
    ]);
    const [withScope] = await open([byNone], { scope: { kind: 'ACCOUNT', id: org.accountId } });
    expect(withScope).toMatchObject({ refused: null });
    const left = await listMachineSignals(test.db.sql, org.organisationId, {
      kinds: ['INACTIVITY'],
      isOpen: true,
      first: 10,
      after: null,
    });
    expect(left.rows).toEqual([]);
  });

  it('a thousand at a time', async () => {
    const ids = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) =>
        hear(messages[5 + (i % 20)]!, { detail: { seen: `${i}` } }),
      ),
    );
    const items = await open(ids);
    expect(items).toHaveLength(1_000);
    expect(new Set(items.map(({ requestId }) => requestId)).size).toBe(20);
  });
});

describe('every method (F7)', () => {
  it('has a way in, with its own signal and kind of evidence', async () => {
    const { messages: staff } = await released(test, org, {
      count: OPT_OUT_METHODS.length,
      now,
      addressBookId: org.staffId,
    });
    for (const [i, method] of OPT_OUT_METHODS.entries()) {
      const { signal, evidence } = METHODS[method];
      const recorded = await recordOptOut(test.db.sql, {
        target: { messageId: staff[i]!.id, scope: 'LINK' },
        signal,
        method,
        actor: { kind: 'SYSTEM', name: null },
        evidence: {},
        now,
      });
      if ('refused' in recorded) throw new Error(recorded.refused);
      expect(recorded).toMatchObject({ method, signal, effect: 'opened' });
      expect(
        await evidenceOfRequests(test.db.sql, org.organisationId, [recorded.requestId]),
      ).toMatchObject([{ kind: evidence }]);
    }
  });
});
