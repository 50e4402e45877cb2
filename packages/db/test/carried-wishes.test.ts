import { createTestDatabase, lockAwaited, released, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addContact,
  decideRequests,
  endReview,
  eraseRecipient,
  recordOptOutEverywhere,
  switchAccountList,
  type Transaction,
} from '../src/index.ts';
import { addressOf, personsOf } from './persons.ts';
import { wishesOf } from './wishes-of.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date('2026-06-04T08:00:00.000Z');
const ANNA = 'anna@example.test';
const NEW = 'anna.new@example.test';
const NUMBER = '+46701740605';
const NEW_NUMBER = '+46701740699';
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

let organisations = 0;
async function openWorld() {
  organisations += 1;
  const org = await seed(test.db, { name: `Organisation ${organisations}` });
  const persons = personsOf(test, org, now);
  const wishes = wishesOf(test, org, persons, now);
  const { organisationId } = org;
  return {
    org,
    persons,
    ...wishes,
    confirms: (requestId: string) =>
      test.db.transaction((tx) =>
        decideRequests(tx, {
          organisationId,
          requestIds: [requestId],
          decision: 'CONFIRM',
          reason: null,
          actor: { kind: 'KEY', name: 'Eva' },
          now,
        }),
      ),
    switchesList: (keepsOwnList: boolean) =>
      test.db.transaction((tx) =>
        switchAccountList(tx, {
          organisationId,
          accountId: org.accountId,
          keepsOwnList,
          actor: { kind: 'KEY', name: 'Eva' },
          now,
        }),
      ),
    changes: async (tx: Transaction, from: string, to: string, book = org.newsletterId) =>
      wishes.changesContact(tx, await wishes.contactOf(from, book), to),
  };
}

describe('a wish that is carried to another address', () => {
  it('is decided there where it was decided before: its review does not begin anew, and end by itself', async () => {
    const world = await openWorld();
    const { org, persons } = world;
    await persons.imports([{ address: ANNA }], org.staffId);
    const { requestId, state } = await world.leaves(ANNA, false, { kind: 'BOOK', id: org.staffId });
    expect(state).toBe('PENDING');
    await world.confirms(requestId);
    await test.db.transaction((tx) => world.changes(tx, ANNA, NEW, org.staffId));
    const open = await test.db.sql.rows<{ id: string }>(
      `SELECT id FROM opt_out_request WHERE recipient_id = $1 AND state = 'PENDING'`,
      [await persons.recipientOf(NEW)],
    );
    for (const { id } of open) await endReview(test.db, id, later);
    expect(await persons.allowed(NEW, org.staffId)).toBe(false);
  });

  it('on all channels is decided at the other address, too', async () => {
    const world = await openWorld();
    const { org, persons } = world;
    await persons.imports([{ address: ANNA }], org.staffId);
    const { requestId } = await world.leaves(ANNA, true, { kind: 'BOOK', id: org.staffId });
    await world.confirms(requestId);
    await persons.imports([{ address: ANNA, phone: NUMBER }], org.staffId);
    const open = await test.db.sql.rows(
      `SELECT id FROM opt_out_request WHERE recipient_id = $1 AND state = 'PENDING'`,
      [await persons.recipientOf(NUMBER)],
    );
    expect(open).toEqual([]);
    expect(await persons.allowed(NUMBER, org.staffId)).toBe(false);
  });

  it('is on all channels also where one of one channel stood', async () => {
    const world = await openWorld();
    const { persons } = world;
    await persons.imports([{ address: ANNA }, { address: NEW }]);
    await world.leaves(NEW);
    await world.leaves(ANNA, true);
    await test.db.sql.rows(
      'UPDATE contact SET removed_at = $2 WHERE id IN (SELECT contact_id FROM contact_address WHERE recipient_id = $1)',
      [await persons.recipientOf(NEW), now],
    );
    await test.db.transaction((tx) => world.changes(tx, ANNA, NEW));
    await persons.imports([{ address: NEW, phone: NUMBER }]);
    expect(await persons.allowed(NUMBER)).toBe(false);
  });

  it.each(['an import into another book', 'a change of the number'])(
    'does not put somebody out who came back since, by %s',
    async (how) => {
      const world = await openWorld();
      const { org, persons } = world;
      await persons.imports([{ address: ANNA, phone: NUMBER }]);
      await world.leaves(ANNA, true);
      await world.comesBack(ANNA);
      expect(await persons.allowed(ANNA)).toBe(true);
      if (how === 'a change of the number')
        await test.db.transaction((tx) => world.changes(tx, NUMBER, NEW_NUMBER));
      else await persons.imports([{ address: ANNA, phone: NUMBER }], org.staffId);
      expect(await persons.allowed(ANNA)).toBe(true);
      expect(await persons.allowed(NUMBER)).toBe(false);
    },
  );

  it('is carried also where a switch of lists left it without a request of its own', async () => {
    const world = await openWorld();
    const { org, persons } = world;
    await persons.imports([{ address: ANNA }]);
    await world.leaves(ANNA, false, { kind: 'ORGANISATION', id: org.organisationId });
    await world.switchesList(true);
    const before = await persons.allowed(ANNA);
    await test.db.transaction((tx) => world.changes(tx, ANNA, NEW));
    expect([before, await persons.allowed(NEW)]).toEqual([false, false]);
  });
});

it('a wish on all channels by a mail to the old address counts for the one that took its place', async () => {
  const world = await openWorld();
  const { messages } = await released(test, world.org, { count: 1, now });
  const [{ id: messageId, address }] = [messages[0]!];
  await test.db.transaction((tx) => world.changes(tx, address, NEW));
  await test.db.transaction((tx) =>
    recordOptOutEverywhere(tx, {
      target: { messageId, scope: 'LINK' },
      allChannels: true,
      signal: 'CLEAR',
      method: 'LINK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now,
    }),
  );
  expect([await world.persons.allowed(address), await world.persons.allowed(NEW)]).toEqual([
    false,
    false,
  ]);
});

describe('at the same time', () => {
  const optOut = (world: Awaited<ReturnType<typeof openWorld>>) => world.leaves(ANNA, true);

  it('a wish on all channels reaches an address that is being added', async () => {
    const world = await openWorld();
    await world.persons.imports([{ address: ANNA }]);
    const [added, left] = await whileOpen(
      (tx) =>
        addContact(tx, {
          organisationId: world.org.organisationId,
          addressBookId: world.org.newsletterId,
          addresses: [addressOf(world.org, ANNA), addressOf(world.org, NUMBER)],
          language: null,
          fields: {},
          now,
        }),
      () => optOut(world),
    );
    expect(added).toHaveProperty('contactId');
    expect(left).toHaveProperty('requestId');
    expect(await world.persons.allowed(NUMBER)).toBe(false);
  });

  it('a wish on all channels reaches the address that takes the place of another', async () => {
    const world = await openWorld();
    await world.persons.imports([{ address: ANNA, phone: NUMBER }]);
    await whileOpen(
      (tx) => world.changes(tx, NUMBER, NEW_NUMBER),
      () => optOut(world),
    );
    expect(await world.persons.allowed(NEW_NUMBER)).toBe(false);
  });

  it('erasure takes the address that takes the place of another', async () => {
    const world = await openWorld();
    await world.persons.imports([{ address: ANNA, phone: NUMBER, fields: { first_name: 'Anna' } }]);
    const recipientId = await world.persons.recipientOf(ANNA);
    await whileOpen(
      (tx) => world.changes(tx, NUMBER, NEW_NUMBER),
      () => test.db.transaction((tx) => eraseRecipient(tx, { recipientId, now })),
    );
    expect(await world.persons.contacts()).toEqual([]);
  });

  it('an address is changed while its contact is imported again, and nobody waits for each other', async () => {
    const world = await openWorld();
    const { persons } = world;
    for (let i = 10; i < 22; i += 1) {
      const row = { address: `x${i}@example.test`, phone: `+467017407${i}` };
      await persons.imports([row]);
      const contactId = await world.contactOf(row.address);
      const change = () =>
        test.db.transaction((tx) => world.changesContact(tx, contactId, `y${i}@example.test`));
      const done = await Promise.allSettled([
        persons.imports([row]),
        change(),
        persons.adds([row.address]),
        change(),
      ]);
      expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
    }
  });
});

const DEADLOCK = '40P01';

it('an import goes on beside a hand-over that locks the same addresses in another order', async () => {
  const { persons } = await openWorld();
  const rows = Array.from({ length: 20 }, (_, i) => ({ address: `list-${i}@example.test` }));
  await persons.imports(rows);
  const lock = (tx: Transaction, order: 'ASC' | 'DESC') =>
    tx.rows(
      `SELECT 1 FROM recipient WHERE id = (SELECT id FROM recipient WHERE address LIKE 'list-%' ORDER BY address_key ${order} LIMIT 1) FOR SHARE`,
    );
  let imported: ReturnType<typeof persons.imports> | undefined;
  const handOver = (): Promise<void> =>
    test.db.transaction(async (tx) => {
      await lock(tx, 'DESC');
      if (imported === undefined) {
        imported = persons.imports(rows);
        imported.catch(() => {});
        await lockAwaited(test.db.sql);
      }
      await lock(tx, 'ASC');
    });
  // PostgreSQL breaks off whoever looks first after a second: mostly the import, on a busy machine the hand-over, which is
  // done again too.
  await handOver().catch(async (error: { code?: string }) => {
    if (error.code !== DEADLOCK) throw error;
    await handOver();
  });
  expect(await imported).toMatchObject({ updated: 20, rejectedCount: 0 });
});

/** Does one thing, and another that waits for its transaction, before that ends. */
async function whileOpen<A, B>(
  first: (tx: Transaction) => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  let other: Promise<B> | undefined;
  const done = await test.db.transaction(async (tx) => {
    const result = await first(tx);
    other = second();
    await lockAwaited(test.db.sql);
    return result;
  });
  return [done, await other!];
}
