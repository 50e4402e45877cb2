import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressBook, listContacts, removeContact } from '../src/index.ts';
import { addressOf, personsOf } from './persons.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const [A, B] = ['a@example.test', 'b@example.test'];
const [N, M] = ['+46701740601', '+46701740602'];
let test: TestDatabase;
let org: Seed;
let persons: ReturnType<typeof personsOf>;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  persons = personsOf(test, org, now);
});
afterAll(() => test?.close());

let books = 0;
async function book(): Promise<string> {
  books += 1;
  const made = await createAddressBook(test.db.sql, {
    accountId: org.accountId,
    name: `Book ${books}`,
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  return made.addressBookId;
}

interface Said {
  readonly address?: string;
  readonly phone?: string;
}

async function remove(addressBookId: string, address: string): Promise<void> {
  const { rows } = await listContacts(test.db.sql, {
    addressBookId,
    states: null,
    addressKey: addressOf(org, address).addressKey,
    first: 2,
    after: null,
  });
  expect(rows).toHaveLength(1);
  const contactId = rows[0]!.id;
  await removeContact(test.db.sql, { organisationId: org.organisationId, contactId, now });
}

describe('a list of persons with an e-mail address, a number or both', () => {
  it.each<[what: string, known: Said[], removed: string[], row: Said, now: string[], not?: string]>(
    [
      ['is one contact for each row', [], [], { address: A, phone: N }, [`${A} ${N}`]],
      ['adds a number', [{ address: A }], [], { address: A, phone: N }, [`${A} ${N}`]],
      ['adds an e-mail address', [{ phone: N }], [], { address: A, phone: N }, [`${A} ${N}`]],
      ['leaves out nothing', [{ address: A, phone: N }], [], { phone: N }, [`${A} ${N}`]],
      [
        'changes no number',
        [{ address: A, phone: N }],
        [],
        { address: A, phone: M },
        [`${A} ${N}`],
        'another number',
      ],
      [
        'changes no e-mail address',
        [{ address: A, phone: N }],
        [],
        { address: B, phone: N },
        [`${A} ${N}`],
        'another e-mail address',
      ],
      [
        'makes no two contacts one',
        [{ address: A }, { phone: N }],
        [],
        { address: A, phone: N },
        [N, A],
        'another contact',
      ],
      [
        'takes the number of a contact that was removed',
        [{ address: A }, { address: B, phone: N }],
        [B],
        { address: A, phone: N },
        [`${A} ${N}`],
      ],
      [
        'brings a removed contact back with its addresses',
        [{ address: A, phone: N }],
        [A],
        { phone: N },
        [`${A} ${N}`],
      ],
    ],
  )('%s', async (_what, known, removed, row, then, refused) => {
    const addressBookId = await book();
    await persons.imports(known, addressBookId);
    for (const address of removed) await remove(addressBookId, address);
    const done = await persons.imports([row], addressBookId);
    expect(await persons.contacts(addressBookId)).toEqual(then);
    expect(done.created + done.updated + done.rejectedCount).toBe(1);
    expect(done.rejected).toEqual(
      refused === undefined
        ? []
        : [{ line: 2, field: expect.any(String), message: expect.stringContaining(refused) }],
    );
    const again = await persons.imports([row], addressBookId);
    expect(again).toMatchObject({ created: 0, rejectedCount: done.rejectedCount });
    expect(await persons.contacts(addressBookId)).toEqual(then);
  });

  it('by hand is refused as an import of it would be', async () => {
    const addressBookId = await book();
    await persons.imports([{ address: A }, { phone: N }], addressBookId);
    expect(await persons.adds([A, N], addressBookId)).toEqual({ refused: 'two-contacts' });
    await persons.imports([{ address: B, phone: M }], addressBookId);
    expect(await persons.adds([B, '+46701740603'], addressBookId)).toEqual({
      refused: 'other-address',
      channel: 'SMS',
    });
    expect(await persons.contacts(addressBookId)).toEqual([N, A, `${B} ${M}`]);
  });

  it('at once or row by row makes the same contacts, and takes the same rows', async () => {
    const row = fc
      .record({
        address: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
        phone: fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: undefined }),
      })
      .filter(({ address, phone }) => address !== undefined || phone !== undefined);
    const list = fc.uniqueArray(row, {
      maxLength: 12,
      selector: ({ address, phone }) => `${address} ${phone}`,
    });
    await fc.assert(
      fc.asyncProperty(list, async (drawn) => {
        const rows = drawn.map(({ address, phone }) => ({
          ...(address !== undefined && { address: `${address}@drawn.example.test` }),
          ...(phone !== undefined && { phone: `+4670174070${phone}` }),
        }));
        const [atOnce, byRow] = [await book(), await book()];
        const done = await persons.imports(rows, atOnce);
        let rejected = 0;
        for (const each of rows) rejected += (await persons.imports([each], byRow)).rejectedCount;
        expect(await persons.contacts(atOnce)).toEqual(await persons.contacts(byRow));
        expect(done.rejectedCount).toBe(rejected);
        expect(done.created + done.updated + done.rejectedCount).toBe(rows.length);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('by many at once makes one contact, whichever of its addresses they bring', async () => {
    const addressBookId = await book();
    const rows = [
      { address: A, phone: N },
      { address: A },
      { phone: N, address: A },
      { address: A },
    ];
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        persons.imports([rows[i % rows.length]!], addressBookId),
      ),
    );
    expect(await persons.contacts(addressBookId)).toEqual([`${A} ${N}`]);
    const [made] = await test.db.sql.rows(
      'SELECT count(*)::int AS n FROM contact WHERE address_book_id = $1',
      [addressBookId],
    );
    expect(made).toEqual({ n: 1 });
  });
});

describe('the database lets no address stand where it does not belong', () => {
  it.each(['another organisation’s', 'on another channel', 'in another book'])(
    '%s',
    async (what) => {
      const [mine, other] = [await book(), await book()];
      await persons.imports([{ address: A }], mine);
      await persons.imports([{ phone: M }], other);
      const stranger = await seed(test.db, { name: `Stranger, ${what}` });
      await personsOf(test, stranger, now).imports([{ phone: M }]);
      const [contact] = await test.db.sql.rows<{ id: string }>(
        'SELECT id FROM contact WHERE address_book_id = $1',
        [mine],
      );
      const theirs = await personsOf(test, stranger, now).recipientOf(M);
      const number = what.startsWith('another') ? theirs : await persons.recipientOf(M);
      const row = [
        contact!.id,
        what === 'on another channel' ? 'EMAIL' : 'SMS',
        what === 'in another book' ? other : mine,
        number,
      ];
      if (what === 'on another channel')
        await test.db.sql.rows('DELETE FROM contact_address WHERE contact_id = $1', [contact!.id]);
      if (what === 'in another book')
        await test.db.sql.rows('DELETE FROM contact_address WHERE recipient_id = $1', [number]);
      await expect(
        test.db.sql.rows(
          'INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id) VALUES ($1, $2, $3, $4)',
          row,
        ),
      ).rejects.toThrow('is in its book, on its own channel and of the same organisation');
    },
  );
});
