import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseAccess, Transaction } from '../src/index.ts';
import { OUTSIDE_TENANTS } from '../src/schema/outside-tenants.ts';
import {
  type Column,
  columnsOf,
  LOOSE_REFERENCES,
  rowOfEach,
  type Rows,
  takeChecksOff,
  UNSEEN_REFERENCES,
} from './row-of-each.ts';

/** False where row-level security refused; any other error is a mistake of the test. */
function isNotRefused(error: unknown): false {
  expect(error).toMatchObject({
    code: '42501',
    message: expect.stringContaining('row-level security') as string,
  });
  return false;
}

let test: TestDatabase;
let engine: TestDatabase['db'];
let tenant: DatabaseAccess;
let [ours, theirs] = [new Map() as Rows, new Map() as Rows];
let columns: Column[];

beforeAll(async () => {
  test = await createTestDatabase();
  engine = test.db;
  columns = await columnsOf(engine.sql);
  await takeChecksOff(engine.sql);
  const id = randomUUID();
  ours = await rowOfEach(engine.sql, columns, id);
  theirs = await rowOfEach(engine.sql, columns, randomUUID());
  tenant = engine.ofTenant(id);
});
afterAll(() => test.close());

/** Does the work as our organisation, and takes it back. */
async function trying<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const back = new Error('taken back');
  let done: T;
  await tenant
    .transaction(async (tx) => {
      done = await work(tx);
      throw back;
    })
    .catch((error: unknown) => {
      if (error !== back) throw error;
    });
  return done!;
}

/** For each table with rows of organisations, what is not as it should be. */
async function wrongIn(look: (table: string) => Promise<boolean>): Promise<string[]> {
  const wrong: string[] = [];
  for (const table of ours.keys()) if (!(await look(table))) wrong.push(table);
  return wrong;
}

const isOursAlone = (table: string, found: readonly { row: unknown }[]): boolean =>
  found.length > 0 &&
  found.every(({ row }) => JSON.stringify(row) === JSON.stringify(ours.get(table)));

describe('a statement of an organisation that forgets to say whose rows it means (Q-8)', () => {
  it('reads its own alone, of every table', async () => {
    expect(ours.size).toBeGreaterThan(50);
    const wrong = await wrongIn(async (table) =>
      isOursAlone(
        table,
        await tenant.sql.once(
          `SELECT to_jsonb(t) AS row FROM ${table} t${table === 'opt_out_policy' ? " WHERE owner_kind <> 'INSTALLATION'" : ''}`,
          [],
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('finds none of another by any id', async () => {
    const wrong = await wrongIn(async (table) => {
      const names = columns.filter((each) => each.table === table).map(({ name }) => `"${name}"`);
      const key = names.map((name) => `t.${name} IS NOT DISTINCT FROM r.${name}`).join(' AND ');
      const found = await tenant.sql.once(
        `SELECT 1 FROM ${table} t JOIN jsonb_populate_record(NULL::${table}, $1) r ON ${key}`,
        [JSON.stringify(theirs.get(table))],
      );
      return found.length === 0;
    });
    expect(wrong).toEqual([]);
  });

  it('changes its own alone', async () => {
    const wrong = await wrongIn(async (table) => {
      const { name } = columns.find((each) => each.table === table)!;
      const changed = await trying((tx) =>
        tx.once<{ row: unknown }>(
          `UPDATE ${table} t SET "${name}" = "${name}" RETURNING to_jsonb(t) AS row`,
          [],
        ),
      );
      return isOursAlone(table, changed);
    });
    expect(wrong).toEqual([]);
  });

  it('deletes its own alone', async () => {
    const wrong = await wrongIn(async (table) =>
      isOursAlone(
        table,
        await trying((tx) => tx.once(`DELETE FROM ${table} t RETURNING to_jsonb(t) AS row`, [])),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('writes none that is another’s', async () => {
    const wrong = await wrongIn(async (table) => {
      const names = columns.filter((each) => each.table === table).map(({ name }) => `"${name}"`);
      const written = trying((tx) =>
        tx.once(
          `INSERT INTO ${table} (${names.join(', ')})
           SELECT ${names.join(', ')} FROM jsonb_populate_record(NULL::${table}, $1)`,
          [JSON.stringify(theirs.get(table))],
        ),
      );
      return !(await written.then(() => true, isNotRefused));
    });
    expect(wrong).toEqual([]);
  });

  it('does not let its own refer to another’s', async () => {
    const references = columns.filter(
      ({ parent, referred, table, name }) =>
        parent !== null &&
        referred === 'id' &&
        theirs.has(parent) &&
        !UNSEEN_REFERENCES.includes(`${table}.${name}`),
    );
    expect(references.length).toBeGreaterThan(60);
    const through = [];
    for (const { table, name, parent } of references) {
      const moved = trying((tx) =>
        tx.once(`UPDATE ${table} SET "${name}" = $1`, [theirs.get(parent!)!['id']]),
      );
      if (await moved.then(() => true, isNotRefused)) through.push(`${table}.${name}`);
    }
    expect(through).toEqual([]);
  });

  it.each(LOOSE_REFERENCES)(
    'writes no $table whose $name is another’s, though no foreign key asks',
    async ({ table, name, parent }) => {
      const names = columns.filter((each) => each.table === table).map((each) => each.name);
      const list = [...new Set([...names, name])].map((each) => `"${each}"`).join(', ');
      const own = LOOSE_REFERENCES.filter((each) => each.table === table).map(
        (each) => [each.name, ours.get(each.parent)!['id']] as const,
      );
      const row = { ...ours.get(table), ...Object.fromEntries(own) };
      const write = (id: unknown): Promise<boolean> =>
        trying(async (tx) => {
          await tx.once(`DELETE FROM ${table}`, []);
          return tx.once(
            `INSERT INTO ${table} (${list}) SELECT ${list} FROM jsonb_populate_record(NULL::${table}, $1)`,
            [JSON.stringify({ ...row, [name]: id })],
          );
        }).then(() => true, isNotRefused);
      expect(await write(ours.get(parent)!['id'])).toBe(true);
      expect(await write(theirs.get(parent)!['id'])).toBe(false);
    },
  );
});

it.each(Object.entries(OUTSIDE_TENANTS))(
  'an organisation may do with %s no more than its reason says',
  async (table, { may = '' }) => {
    const may4 = await engine.sql.once<{ right: string; has: boolean }>(
      `SELECT x.right, has_table_privilege('adieu_tenant', $1::regclass, x.right) AS has
       FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER,MAINTAIN}'::text[]) x("right")`,
      [table],
    );
    expect(may4.filter(({ has }) => has).map(({ right }) => right)).toEqual(
      may.split(', ').filter(Boolean),
    );
  },
);

it('without an organisation the role sees nothing', async () => {
  const client = await engine.transaction(async (tx) => {
    await tx.rows('SET LOCAL ROLE adieu_tenant');
    return tx.once<{ n: number }>('SELECT count(*)::int AS n FROM recipient', []);
  });
  expect(client).toEqual([{ n: 0 }]);
});

it('an id that is no UUID begins nothing', () => {
  expect(() => engine.ofTenant("x'; RESET ROLE; --")).toThrow(/UUID/);
});
