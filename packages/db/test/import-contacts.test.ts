import { readContactsCsv } from '@adieu/intake';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withIdempotency, importContacts } from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

const importCsv = (
  csv: string | AsyncIterable<string | Buffer>,
  addressBookId = org.newsletterId,
) =>
  importContacts(test.db, {
    channel: 'EMAIL',
    organisationId: org.organisationId,
    addressBookId,
    rows: readContactsCsv(csv),
    ring: org.ring,
  });

describe('importing contacts', () => {
  it('keeps the good rows and reports the bad ones with their line', async () => {
    const csv = [
      'Email;First name;Language',
      'anna@example.test;Anna;sv',
      'not-an-address;Bo;da',
      '',
      ';Nobody;de',
      '"jana@example.test";"Jana; ""J""";cs-CZ',
      'erik@example.test;"Er"ik;xx',
      'Anna@Example.TEST;Anna twice;sv',
    ].join('\r\n');
    expect(await importCsv(csv)).toEqual({
      created: 3,
      updated: 0,
      stillOptedOut: 0,
      rejected: [
        { line: 3, field: 'email', message: 'not an e-mail address' },
        { line: 5, field: 'email', message: 'not an e-mail address' },
      ],
    });
    const rows = await test.db.sql.rows(
      'SELECT r.address, k.language, k.fields FROM contact k JOIN recipient r ON r.id = k.recipient_id ORDER BY r.address',
    );
    expect(rows).toEqual([
      { address: 'anna@example.test', language: 'sv', fields: { first_name: 'Anna twice' } },
      { address: 'erik@example.test', language: null, fields: { first_name: '"Er"ik' } },
      { address: 'jana@example.test', language: 'cs', fields: { first_name: 'Jana; "J"' } },
    ]);
  });

  it('twice changes nothing (I-1)', async () => {
    const csv = 'email,first_name\nkarin@example.test,Karin\n';
    expect(await importCsv(csv)).toMatchObject({ created: 1, updated: 0 });
    expect(await importCsv(csv)).toMatchObject({ created: 0, updated: 1 });
  });

  it('without an address column says once which column is missing, and reads no further', async () => {
    const result = await importCsv('name,city\nAnna,Malmö\nBo,Lund\n');
    expect(result?.rejected).toEqual([
      { line: 1, field: 'email', message: expect.stringContaining('column "email"') },
    ]);
  });

  it('of ten thousand rows arrives whole, in pieces of any size', async () => {
    async function* pieces(): AsyncGenerator<Buffer> {
      yield Buffer.from('em');
      yield Buffer.from('ail,first_name\n');
      for (let i = 0; i < 10_000; i += 100) {
        yield Buffer.from(
          Array.from({ length: 100 }, (_, j) => `p${i + j}@bulk.example.test,Åsa ${i + j}\n`).join(
            '',
          ),
        );
      }
    }
    expect(await importCsv(pieces(), org.staffId)).toEqual({
      created: 10_000,
      updated: 0,
      stillOptedOut: 0,
      rejected: [],
    });
  });

  it("into another organisation's book is not found", async () => {
    const other = await seed(test.db, { name: 'Other' });
    expect(await importCsv('email\na@example.test\n', other.newsletterId)).toBeNull();
  });

  const corpus = join(import.meta.dirname, '../../../../shared/corpora/csv-imports');
  it.skipIf(!existsSync(corpus))(
    'accepts and rejects the corpus of malformed rows by line (skipped where ../shared/corpora is absent)',
    async () => {
      interface Expectation {
        file: string;
        accepted: { line: number; email: string }[];
        either?: { line: number }[];
      }
      const all = JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Expectation[];
      for (const name of [
        '01-utf8-bom.csv',
        '05-tab.tsv',
        '07-header-order-and-case.csv',
        '09-blank-lines.csv',
        '11-malformed-rows.csv',
      ]) {
        const expected = all.find(({ file }) => file === name)!;
        const either = new Set((expected.either ?? []).map(({ line }) => line));
        const got: string[] = [];
        for await (const row of readContactsCsv(readFileSync(join(corpus, name), 'utf8'))) {
          if ('address' in row && !either.has(row.line)) got.push(row.address);
        }
        const wanted = expected.accepted
          .filter(({ line }) => !either.has(line))
          .map(({ email }) => email);
        expect(got, name).toEqual(expect.arrayContaining(wanted));
      }
    },
  );
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
