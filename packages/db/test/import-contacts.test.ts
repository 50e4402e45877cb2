import type { Language } from '@adieu/domain';
import { Readable } from 'node:stream';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importContacts, type ListRow, withIdempotency } from '../src/index.ts';
import { contactRows } from './contact-rows.ts';

let test: TestDatabase;
let org: Seed;
beforeAll(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
});
afterAll(() => test.close());

const importRows = (rows: readonly ListRow[], addressBookId = org.newsletterId) =>
  importContacts(test.db, {
    now: new Date(),
    organisationId: org.organisationId,
    addressBookId,
    rows: Readable.from(rows),
    ring: org.ring,
  });

const NOTHING = {
  rows: 0,
  created: 0,
  updated: 0,
  stillOptedOut: 0,
  stillUndeliverable: 0,
  optedOut: 0,
  outBefore: 0,
  duplicates: 0,
  blank: 0,
  rejectedCount: 0,
  rejected: [],
  notes: [],
};

describe('importing contacts', () => {
  it('keeps the good rows and reports the bad ones with their line', async () => {
    const rejected = [
      { line: 3, field: 'email', message: 'not an e-mail address' },
      { line: 5, field: null, message: 'not readable as CSV' },
    ];
    const named = (name: string, language: Language | null, first_name: string) => ({
      address: `${name}@example.test`,
      language,
      fields: { first_name },
    });
    const [first, ...others] = contactRows(
      named('anna', 'sv', 'Anna'),
      named('jana', 'cs', 'Jana'),
      named('erik', null, 'Erik'),
      named('anna', 'sv', 'Anna twice'),
    );
    expect(await importRows([first!, ...rejected, ...others, { line: 9, blank: true }])).toEqual({
      ...NOTHING,
      rows: 7,
      created: 3,
      duplicates: 1,
      blank: 1,
      rejectedCount: 2,
      rejected,
      notes: [{ line: 5, field: null, message: 'the same as line 2, which counts' }],
    });
    const rows = await test.db.sql.rows(
      'SELECT r.address, k.language, k.fields FROM book_address k JOIN recipient r ON r.id = k.recipient_id ORDER BY r.address',
    );
    expect(rows).toEqual([
      { address: 'anna@example.test', language: 'sv', fields: { first_name: 'Anna' } },
      { address: 'erik@example.test', language: null, fields: { first_name: 'Erik' } },
      { address: 'jana@example.test', language: 'cs', fields: { first_name: 'Jana' } },
    ]);
  });

  it('twice changes nothing (I-1)', async () => {
    const rows = contactRows('karin@example.test');
    expect(await importRows(rows)).toMatchObject({ created: 1, updated: 0 });
    expect(await importRows(rows)).toMatchObject({ created: 0, updated: 1 });
  });

  it('of ten thousand rows arrives whole', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `p${i}@bulk.example.test`);
    expect(await importRows(contactRows(...many), org.staffId)).toEqual({
      ...NOTHING,
      rows: 10_000,
      created: 10_000,
    });
  });

  it.each(['newsletterId', 'staffId'] as const)(
    'opts out who left by the list, and makes no contacts of them; twice changes nothing (F10: %s)',
    async (book) => {
      const left = (line: number, address: string, phone?: string): ListRow => ({
        line,
        optsOut: true,
        addresses: [
          { channel: 'EMAIL', address },
          ...(phone === undefined ? [] : [{ channel: 'SMS', address: phone } as const]),
        ],
      });
      const rows = [
        ...contactRows(`${book}-stays@left.example.test`, `${book}-both@left.example.test`),
        left(4, `${book}-gone@left.example.test`, '+46701740699'),
        left(5, `${book}-both@left.example.test`),
        left(6, `${book}-gone@left.example.test`, '+46701740699'),
      ];
      const counts = { ...NOTHING, rows: 5, duplicates: 1, notes: expect.anything() };
      expect(await importRows(rows, org[book])).toEqual({
        ...counts,
        created: 2,
        stillOptedOut: 1,
        optedOut: 2,
      });
      const read = () =>
        test.db.sql.rows<{ address: string }>(
          `SELECT r.address, q.method, q.state, s.state AS suppression, e.detail ->> 'note' AS note,
             EXISTS (SELECT 1 FROM contact_address k WHERE k.recipient_id = r.id) AS contact,
             count(*) OVER ()::int AS all
           FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id
           JOIN opt_out_evidence e ON e.request_id = q.id
           JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel AND s.scope_id = q.scope_id
           WHERE q.scope_id = $1 ORDER BY r.address`,
          [org[book]],
        );
      const before = await read();
      const all = {
        method: 'IMPORT',
        state: 'CONFIRMED',
        suppression: 'OPTED_OUT',
        note: 'import unsubscribe',
        all: 3,
      };
      expect(before).toEqual([
        { ...all, address: '+46701740699', contact: false },
        { ...all, address: `${book}-both@left.example.test`, contact: true },
        { ...all, address: `${book}-gone@left.example.test`, contact: false },
      ]);
      expect(await importRows(rows, org[book])).toEqual({
        ...counts,
        updated: 2,
        stillOptedOut: 1,
        outBefore: 2,
      });
      expect(await read()).toEqual(before);
    },
  );

  it("into another organisation's book is not found", async () => {
    const other = await seed(test.db, { name: 'Other' });
    expect(await importRows(contactRows('a@example.test'), other.newsletterId)).toBeNull();
  });

  it('leaves statistics behind that a campaign’s audience can be planned by', async () => {
    const people = Array.from({ length: 2_500 }, (_, i) => ({
      address: `counted-${i}@example.test`,
      language: null,
      fields: {},
    }));
    await importRows(contactRows(...people));
    const counted = await test.db.sql.rows<{ name: string; counted: boolean }>(
      `SELECT relname AS name, reltuples >= 2500 AS counted FROM pg_class
       WHERE oid IN ('recipient'::regclass, 'contact'::regclass, 'contact_address'::regclass) ORDER BY 1`,
    );
    expect(counted).toEqual(
      ['contact', 'contact_address', 'recipient'].map((name) => ({ name, counted: true })),
    );
  });
});

describe('an idempotency key (Q-5)', () => {
  const call = (key: string, input: string) => ({
    organisationId: org.organisationId,
    key,
    operation: 'test',
    input,
  });

  it('does the work once, also for twins at the same time, and gives the same result', async () => {
    let done = 0;
    const twins = await Promise.all(
      Array.from({ length: 10 }, () =>
        withIdempotency(test.db, call('k1', 'a'), async () => ({ run: ++done })),
      ),
    );
    expect(done).toBe(1);
    expect(twins.map((twin) => ('result' in twin ? twin.result.run : null))).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
    expect(await withIdempotency(test.db, call('k1', 'b'), async () => null)).toEqual({
      conflict: true,
    });
  });

  it('is free again when the work failed', async () => {
    await expect(
      withIdempotency(test.db, call('k2', 'a'), () => Promise.reject(new Error('fault'))),
    ).rejects.toThrow('fault');
    expect(await withIdempotency(test.db, call('k2', 'b'), async () => 'ok')).toEqual({
      result: 'ok',
      replayed: false,
    });
  });
});
