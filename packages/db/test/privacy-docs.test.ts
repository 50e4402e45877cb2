import { readFile } from 'node:fs/promises';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Whose rows are about a person; and those that refer to one of these. */
const PEOPLE = ['recipient', 'contact', 'member', 'opt_out_request', 'message'];
/** Columns that say so without a foreign key. */
const TELLING = ['recipient_id', 'address_key', 'contact_id', 'member_id', 'origin_key', 'email'];
/** What holds words, addresses or places of people as they are. */
const CLEAR =
  /^(?:address|email|origin|\w+_origin|\w*user_agent|reason|\w+_reason|reason_text|text|fields|headers|detail|content)$/;
/** Clear by name alone. */
const NOT_CLEAR = [
  // Counts and ids of the event; no words.
  'ledger_event.detail',
];

let test: TestDatabase;
let named: string[];
let columns: { name: string; column: string }[];

beforeAll(async () => {
  test = await createTestDatabase();
  const page = await readFile(new URL('../../../docs/privacy.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| (?!data |---)/.test(line));
  named = rows.flatMap((row) =>
    [...row.split('|')[2]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
  columns = await test.db.sql.rows(
    `SELECT c.relname AS name, a.attname AS "column" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped`,
    [],
  );
});
afterAll(() => test?.close());

/** Every table with rows about a person. */
async function personal(): Promise<string[]> {
  const references = await test.db.sql.rows<{ from: string; to: string }>(
    `SELECT f.relname AS "from", t.relname AS "to" FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid WHERE k.contype = 'f'`,
    [],
  );
  const told = columns.filter(({ column }) => TELLING.includes(column)).map(({ name }) => name);
  const referring = references.filter(({ to }) => PEOPLE.includes(to)).map(({ from }) => from);
  return [...new Set([...PEOPLE, ...told, ...referring])].toSorted();
}

describe('the map of data in docs/privacy.md (G-3, G-9)', () => {
  it('names nothing that the database does not have', () => {
    const known = new Set(columns.flatMap(({ name, column }) => [name, `${name}.${column}`]));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  it('names every table with rows about a person', async () => {
    const tables = new Set(named.map((name) => name.split('.')[0]!));
    expect((await personal()).filter((table) => !tables.has(table))).toEqual([]);
  });

  it('names every column of them that holds words, addresses or places of people', async () => {
    const tables = new Set(await personal());
    const clear = columns
      .filter(({ name, column }) => tables.has(name) && CLEAR.test(column))
      .map(({ name, column }) => `${name}.${column}`)
      .filter((name) => !NOT_CLEAR.includes(name));
    expect(clear.filter((name) => !named.includes(name)).toSorted()).toEqual([]);
  });
});
