import {
  createTestDatabase,
  leaves,
  lockAwaited,
  released,
  type ReleasedMessage,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import type { BounceKind, BounceSource } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changeAccount,
  claimMessages,
  countCampaign,
  createAddressBook,
  eraseRecipient,
  exportData,
  importContacts,
  liftUndeliverable,
  mayContact,
  recordDelivery,
} from '../src/index.ts';
import { comesBack } from './comes-back.ts';

const start = new Date('2026-05-04T08:00:00.000Z');
const EVA = { kind: 'KEY', name: 'Eva' } as const;
const DAY_MS = 86_400_000;
const day = (n: number): Date => new Date(start.getTime() + n * DAY_MS);
let test: TestDatabase;
let org: Seed;
let person: ReleasedMessage;
let nth = 0;
let books = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test?.close());
beforeEach(async () => {
  nth += 1;
  person = await mailed(start);
});

const address = (): string => `mailbox-${nth}@example.test`;

/** A campaign to the mailbox of the test alone. */
async function campaign(now: Date): Promise<{ campaignId: string; message: ReleasedMessage }> {
  const made = await createAddressBook(test.db.sql, {
    accountId: org.accountId,
    name: `Book ${nth} ${(books += 1)}`,
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  const of = { count: 1, now, addresses: [address()], ...made };
  const { campaignId, messages } = await released(test, org, of);
  return { campaignId, message: messages[0]! };
}

/** The same, whose message went. */
async function mailed(now: Date): Promise<ReleasedMessage> {
  const { message } = await campaign(now);
  await test.db.sql.rows(`UPDATE message SET state = 'SENT', changed_at = $2 WHERE id = $1`, [
    message.id,
    now,
  ]);
  return message;
}

type Report = Parameters<typeof recordDelivery>[1];
const report = (more: Partial<Report> = {}) =>
  test.db.transaction((tx) =>
    recordDelivery(tx, {
      messageId: person.id,
      kind: 'HARD',
      status: '5.1.1',
      source: 'DSN',
      now: start,
      ...more,
    }),
  );
const lift = (now = start) =>
  liftUndeliverable(test.db.sql, {
    organisationId: org.organisationId,
    recipientId: person.recipientId,
    by: 'MEMBER',
    actor: EVA,
    reason: 'Their administrator mended it.',
    now,
  });

async function gate(): Promise<string> {
  const asked = await mayContact(test.db.sql, {
    organisationId: org.organisationId,
    channel: 'EMAIL',
    addressBookId: org.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now: start,
    addressKey: addressKey(org.ring, 'EMAIL', address()),
  });
  if ('refused' in asked) throw new Error(asked.refused);
  return asked.answer.because;
}

const history = () =>
  test.db.sql.rows<{ type: string; actor: string | null; reason: string | null }>(
    `SELECT type, actor, reason FROM ledger_event WHERE recipient_id = $1 AND type LIKE 'UNDELIVERABLE%' ORDER BY id`,
    [person.recipientId],
  );
const kept = () =>
  test.db.sql.rows<{ kind: string; detail: object }>(
    `SELECT kind, detail FROM machine_signal WHERE recipient_id = $1 ORDER BY id`,
    [person.recipientId],
  );

describe('an address', () => {
  it('whose mailbox does not exist is written to no more, and no request is opened by it (P7, M-7)', async () => {
    expect(await gate()).toBe('NO_OBJECTION');
    expect(await report()).toEqual({ isNew: true, becameUndeliverable: true });
    expect(await gate()).toBe('UNDELIVERABLE');
    const { campaignId } = await campaign(day(7));
    const claim = { campaignId, limit: 10, now: day(7), leaseUntil: day(8) };
    expect(await claimMessages(test.db.sql, claim)).toEqual([]);
    const [stopped] = await test.db.sql.rows(
      'SELECT state, stopped_by FROM message WHERE campaign_id = $1',
      [campaignId],
    );
    expect(stopped).toEqual({ state: 'STOPPED', stopped_by: 'UNDELIVERABLE' });
    const requests = await test.db.sql.rows(
      'SELECT 1 FROM opt_out_request WHERE recipient_id = $1',
      [person.recipientId],
    );
    expect(requests).toEqual([]);
  });

  it('is told of once for each message, however often and by whom (P7)', async () => {
    await report();
    expect(await report()).toEqual({ isNew: false, becameUndeliverable: false });
    expect(await report({ source: 'PROVIDER' })).toEqual({
      isNew: false,
      becameUndeliverable: false,
    });
    expect((await history()).map(({ type }) => type)).toEqual(['UNDELIVERABLE']);
    expect(await kept()).toEqual([
      { kind: 'HARD_BOUNCE', detail: { source: 'DSN', status: '5.1.1' } },
    ]);
  });

  it('is undeliverable by two reports at once, which each alone are not enough (P7)', async () => {
    const soft = async (n: number) =>
      ({
        messageId: (await mailed(day(n))).id,
        kind: 'SOFT',
        status: '4.2.2',
        now: day(n),
      }) as const;
    for (let n = 0; n < 3; n++) await report(await soft(n));
    const [first, second] = [await soft(3), await soft(4)];
    const results = await test.db.transaction(async (tx) => {
      await recordDelivery(tx, { source: 'DSN', ...first });
      const other = report(second);
      await lockAwaited(test.db.sql);
      return { other };
    });
    expect(await results.other).toEqual({ isNew: true, becameUndeliverable: true });
    expect(await gate()).toBe('UNDELIVERABLE');
  });

  it('takes the same report twice at the same instant once', async () => {
    const both = await Promise.all(Array.from({ length: 8 }, () => report()));
    expect(both.filter((each) => each?.isNew)).toHaveLength(1);
    expect(both.filter((each) => each?.becameUndeliverable)).toHaveLength(1);
    expect(await history()).toHaveLength(1);
  });

  it('whose report comes while a hand-over is claimed is stopped by the next, and breaks nothing off (P7)', async () => {
    const { campaignId } = await campaign(day(1));
    const claim = { campaignId, limit: 10, now: day(1), leaseUntil: day(2) };
    const { reported } = await test.db.transaction(async (tx) => {
      expect(await claimMessages(tx, claim)).toHaveLength(1);
      const told = report({ now: day(1) });
      await lockAwaited(test.db.sql);
      return { reported: told };
    });
    expect(await reported).toEqual({ isNew: true, becameUndeliverable: true });
    const next = await campaign(day(2));
    expect(
      await claimMessages(test.db.sql, { ...claim, campaignId: next.campaignId, now: day(2) }),
    ).toEqual([]);
  });

  it('is seen by a claim that waits for the report to be committed (P7)', async () => {
    const { campaignId } = await campaign(day(1));
    const { claiming } = await test.db.transaction(async (tx) => {
      const of = { kind: 'HARD', status: null, source: 'DSN', now: start } as const;
      await recordDelivery(tx, { messageId: person.id, ...of });
      const waits = claimMessages(test.db.sql, {
        campaignId,
        limit: 10,
        now: day(1),
        leaseUntil: day(2),
      });
      await lockAwaited(test.db.sql);
      return { claiming: waits };
    });
    expect(await claiming).toEqual([]);
  });

  it('is not undeliverable for what was refused for another reason than the mailbox (M-7)', async () => {
    for (let n = 0; n < 7; n++) {
      const { id: messageId } = await mailed(day(n));
      await report({ messageId, kind: 'REFUSED', status: '5.7.1', now: day(n) });
    }
    expect(await gate()).toBe('NO_OBJECTION');
    expect(await kept()).toHaveLength(7);
  });

  it('follows the policy of the account that sent (P7)', async () => {
    const of = { accountId: org.accountId, organisationId: org.organisationId };
    const set = (change: Parameters<typeof changeAccount>[1]['change']) =>
      changeAccount(test.db.sql, { ...of, change, now: start });
    await set({ hardBounces: 2, softBounces: 2, bounceHalfLifeDays: 365 });
    try {
      expect(await report()).toMatchObject({ becameUndeliverable: false });
      const { id: messageId } = await mailed(day(1));
      expect(await report({ messageId, now: day(1) })).toMatchObject({ becameUndeliverable: true });
    } finally {
      await set({ hardBounces: null, softBounces: null, bounceHalfLifeDays: null });
    }
  });

  it('is the organisation’s: another organisation writes to it until it comes back there too', async () => {
    const other = await seed(test.db, { name: `Other ${nth}` });
    const theirs = await released(test, other, { count: 1, now: start, addresses: [address()] });
    await report();
    const [them] = await test.db.sql.rows<{ since: Date | null }>(
      'SELECT undeliverable_since AS since FROM recipient WHERE id = $1',
      [theirs.messages[0]!.recipientId],
    );
    expect(them).toEqual({ since: null });
  });

  it('of an unknown message is nobody’s (M-8)', async () => {
    expect(await report({ messageId: '00000000-0000-7000-8000-000000000000' })).toBeNull();
  });
});

it('a campaign counts hard and soft bounces apart, and each message once: at the hand-over or later (P7)', async () => {
  const people = [0, 1, 2, 3].map((n) => `counted-${n}@example.test`);
  const book = await createAddressBook(test.db.sql, {
    accountId: org.accountId,
    name: 'Counted',
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in book) throw new Error(book.refused);
  const of = { count: 4, now: start, addresses: people, ...book };
  const { campaignId, messages } = await released(test, org, of);
  await test.db.sql.rows(
    `UPDATE message SET state = CASE id WHEN $2 THEN 'FAILED' ELSE 'SENT' END WHERE campaign_id = $1`,
    [campaignId, messages[0]!.id],
  );
  const tell = ([at, kind, source]: readonly [number, BounceKind, BounceSource]) =>
    report({ messageId: messages[at]!.id, kind, source });
  await tell([0, 'HARD', 'HAND_OVER']);
  await tell([1, 'SOFT', 'DSN']);
  await tell([1, 'HARD', 'PROVIDER']);
  await tell([2, 'SOFT', 'DSN']);
  await tell([3, 'REFUSED', 'DSN']);
  expect(await countCampaign(test.db.sql, campaignId)).toMatchObject({
    sent: 3,
    bounced: 3,
    hardBounces: 2,
    softBounces: 1,
  });
});

describe('an undeliverable address', () => {
  beforeEach(() => report());

  it('is written to again once somebody says why, and the ledger keeps it (P7)', async () => {
    expect(await lift()).toBe(true);
    expect(await gate()).toBe('NO_OBJECTION');
    expect(await lift()).toBe(false);
    expect(await history()).toEqual([
      { type: 'UNDELIVERABLE', actor: null, reason: null },
      {
        type: 'UNDELIVERABLE_LIFTED',
        actor: 'Eva',
        reason: 'Their administrator mended it.',
      },
    ]);
  });

  it('is written to again once its owner confirms a double opt-in that went there, of whatever scope (P7)', async () => {
    const { organisationId, accountId, newsTopicId } = org;
    const { recipientId } = person;
    const scope = { kind: 'TOPIC', id: newsTopicId } as const;
    await comesBack(test.db, { organisationId, accountId, recipientId, scope, now: day(1) });
    expect(await gate()).toBe('NO_OBJECTION');
    const [, lifted] = await test.db.sql.rows<{ actor: string; detail: object }>(
      `SELECT actor_kind AS actor, detail FROM ledger_event WHERE recipient_id = $1 AND type LIKE 'UNDELIVERABLE%' ORDER BY id`,
      [recipientId],
    );
    expect(lifted).toEqual({ actor: 'RECIPIENT', detail: { by: 'DOUBLE_OPT_IN' } });
  });

  it('that was lifted does not go back for what is told late of mails from before', async () => {
    const before = await mailed(day(0));
    await lift(day(1));
    const late = { messageId: before.id, now: day(2) };
    expect(await report(late)).toEqual({ isNew: true, becameUndeliverable: false });
    const { id: messageId } = await mailed(day(3));
    expect(await report({ messageId, now: day(3) })).toMatchObject({ becameUndeliverable: true });
  });

  it('is nobody else’s to lift', async () => {
    const other = await seed(test.db, { name: `Stranger ${nth}` });
    const { recipientId } = person;
    const theirs = { organisationId: other.organisationId, recipientId, now: start };
    const by = { by: 'MEMBER', actor: EVA, reason: 'r' } as const;
    expect(await liftUndeliverable(test.db.sql, { ...theirs, ...by })).toBe(false);
    expect(await gate()).toBe('UNDELIVERABLE');
  });

  it('stays so when an import names it anew, which says so (P7)', async () => {
    const imported = await importContacts(test.db, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      ring: org.ring,
      rows: [
        {
          line: 2,
          addresses: [{ channel: 'EMAIL', address: address() }],
          language: 'en',
          fields: {},
        },
      ],
      now: start,
    });
    expect(imported).toMatchObject({ stillUndeliverable: 1, stillOptedOut: 0 });
    expect(await gate()).toBe('UNDELIVERABLE');
  });

  it('tells of an opt-out before it, as a wish outlives a mended mailbox (P7)', async () => {
    const { organisationId } = org;
    const scope = { kind: 'ORGANISATION', id: organisationId } as const;
    const { recipientId } = person;
    await leaves(test.db.sql, { organisationId, recipientId, scope }, { now: start });
    expect(await gate()).toBe('OPTED_OUT');
    await lift();
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('stands in what its person is told of themselves (G-4)', async () => {
    const told = await exportData(test.db.sql, person.recipientId);
    expect(told!.addresses).toEqual([
      expect.objectContaining({
        undeliverableSince: expect.stringContaining('2026-05-04T08:00:00'),
      }),
    ]);
    expect(told!.history).toEqual([expect.objectContaining({ type: 'UNDELIVERABLE' })]);
  });

  it('is forgotten with the person who is erased (G-3)', async () => {
    const { recipientId } = person;
    const late = { messageId: (await mailed(start)).id, now: day(2) };
    await test.db.transaction((tx) => eraseRecipient(tx, { recipientId, now: day(1) }));
    const [row] = await test.db.sql.rows(
      'SELECT undeliverable_since, deliverable_since FROM recipient WHERE id = $1',
      [recipientId],
    );
    expect(row).toEqual({ undeliverable_since: null, deliverable_since: null });
    expect(await report(late)).toEqual({ isNew: true, becameUndeliverable: false });
  });
});
