import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeSchema, migrate, openDatabase, UnknownLayout } from '../src/index.ts';
import { applyDefinitions, type Run } from '../src/schema/apply-definitions.ts';
import { type Definition, definitions, sha256 } from '../src/schema/definitions.ts';

let test: TestDatabase;
let empty: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const url = new URL(test.url);
  url.pathname = `${url.pathname}_empty`;
  empty = url.href;
});
beforeEach(async () => {
  const name = new URL(empty).pathname.slice(1);
  await test.db.sql.rows(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await test.db.sql.rows(`CREATE DATABASE ${name} TEMPLATE template0`);
});
afterAll(async () => {
  await test.db.sql.rows(`DROP DATABASE ${new URL(empty).pathname.slice(1)} WITH (FORCE)`);
  await test.close();
});

/** Does the work in a transaction, and gives what `ask` finds before it is taken back. */
async function trying<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const client = new pg.Client(test.url);
  await client.connect();
  const run: Run = async (text, values = []) => {
    let n = 0;
    const { rows } = await client.query(
      values.length === 0 ? text : text.replaceAll('?', () => `$${++n}`),
      [...values],
    );
    return rows;
  };
  await client.query('BEGIN');
  try {
    return await work(run);
  } finally {
    await client.end();
  }
}

function defined(kind: Definition['kind'], name: string, head: string, text: string): Definition {
  return { kind, name, head, text, hash: sha256(text) };
}

const answer = (type: string): Definition =>
  defined(
    'FUNCTION',
    'the_answer',
    `the_answer ${type}`,
    `CREATE OR REPLACE FUNCTION the_answer() RETURNS ${type} LANGUAGE sql AS $$ SELECT '42'::${type} $$;`,
  );
const typeOfAnswer = (run: Run) =>
  run<{ type: string }>(
    "SELECT pg_get_function_result(oid) AS type FROM pg_proc WHERE proname = 'the_answer'",
  );

describe('migrate', () => {
  it('brings an empty database to the schema of the others, and finds nothing to do the second time', async () => {
    expect(await migrate(empty)).toEqual(['001-baseline']);
    expect(await migrate(empty)).toEqual([]);
    const db = await openDatabase({ url: empty });
    expect(await describeSchema(db.sql)).toBe(await describeSchema(test.db.sql));
    await db.close();
  });

  it('lets two processes that start together do it once', async () => {
    const ran = await Promise.all([migrate(empty), migrate(empty)]);
    expect(ran.toSorted((a, b) => a.length - b.length)).toEqual([[], ['001-baseline']]);
  });

  it.each([
    ['other migrations', "INSERT INTO migration (name) VALUES ('001-organisation')"],
    ['another baseline', "INSERT INTO migration (name) VALUES ('001-baseline')"],
  ])(
    'refuses a database of an unreleased version, with %s, and touches nothing',
    async (_, row) => {
      const db = await openDatabase({ url: empty });
      await db.sql.rows('CREATE TABLE migration (id serial PRIMARY KEY, name text NOT NULL)');
      await db.sql.rows(row);
      const before = await describeSchema(db.sql);
      await expect(migrate(empty)).rejects.toThrow(UnknownLayout);
      await expect(migrate(empty)).rejects.toThrow(/begin anew with an empty one/);
      expect(await describeSchema(db.sql)).toBe(before);
      await db.close();
    },
  );

  it('refuses a database of a newer version and names what it does not know', async () => {
    await migrate(empty);
    const db = await openDatabase({ url: empty });
    await db.sql.rows("INSERT INTO migration (name) VALUES ('002-later')");
    await db.close();
    await expect(migrate(empty)).rejects.toThrow(/newer version of Adieu \(002-later\)/);
  });
});

describe('the files in packages/db/sql', () => {
  it('are applied when their text changed, and only then', async () => {
    await trying(async (run) => {
      const all = definitions();
      expect(await applyDefinitions(run, all)).toEqual([]);
      expect(await applyDefinitions(run, [...all, answer('text')])).toEqual(['the_answer']);
      expect(await applyDefinitions(run, [...all, answer('text')])).toEqual([]);
    });
  });

  it('replace a function by one of another result, and take away the one that has no file', async () => {
    await trying(async (run) => {
      const all = definitions();
      await applyDefinitions(run, [...all, answer('text')]);
      await applyDefinitions(run, [...all, answer('integer')]);
      expect(await typeOfAnswer(run)).toEqual([{ type: 'integer' }]);
      await applyDefinitions(run, all);
      expect(await typeOfAnswer(run)).toEqual([]);
    });
  });

  it('replace a function that the condition of a trigger calls', async () => {
    await trying(async (run) => {
      const text = `CREATE OR REPLACE FUNCTION stands_in_list_read(a bytea, b uuid, c text, d text, e uuid, f timestamptz)
        RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT false $$;`;
      const other = defined('FUNCTION', 'stands_in_list_read', 'another', text);
      await applyDefinitions(
        run,
        definitions().map((each) => (each.name === other.name ? other : each)),
      );
      expect(await run("SELECT 1 FROM pg_trigger WHERE tgname = 'suppression_lift'")).toHaveLength(
        1,
      );
    });
  });

  it('take away the triggers of a table that has no file any more', async () => {
    await trying(async (run) => {
      await applyDefinitions(
        run,
        definitions().filter(({ name }) => name !== 'sign_up_form'),
      );
      expect(
        await run("SELECT 1 FROM pg_trigger WHERE tgname = 'sign_up_form_declaration'"),
      ).toEqual([]);
    });
  });

  it('fail as a whole where a body does not fit the tables', async () => {
    const broken = defined(
      'FUNCTION',
      'the_answer',
      '',
      'CREATE OR REPLACE FUNCTION the_answer() RETURNS text LANGUAGE sql AS $$ SELECT nothing FROM organisation $$;',
    );
    await trying((run) =>
      expect(applyDefinitions(run, [...definitions(), broken])).rejects.toThrow(
        'column "nothing" does not exist',
      ),
    );
  });
});

describe('the role of organisations (Q-8)', () => {
  const admin = (text: string) => test.db.sql.once(text, []);
  let owner: string;
  beforeEach(async () => {
    for (const role of ['poor_owner', 'poor_engine'])
      await admin(`DO $do$ BEGIN CREATE ROLE ${role} LOGIN PASSWORD 'poor';
        EXCEPTION WHEN duplicate_object THEN NULL; END $do$`);
    await admin(`ALTER DATABASE ${new URL(empty).pathname.slice(1)} OWNER TO poor_owner`);
    owner = Object.assign(new URL(empty), { username: 'poor_owner', password: 'poor' }).href;
  });

  /** This worker's server has no such role meanwhile; what others refer to keeps its id. */
  async function without(work: () => Promise<void>): Promise<void> {
    await admin('ALTER ROLE adieu_tenant RENAME TO set_aside');
    try {
      await work();
    } finally {
      await admin('ALTER ROLE set_aside RENAME TO adieu_tenant');
    }
  }

  async function expectRefusal(): Promise<void> {
    await expect(migrate(owner, 'poor_engine')).rejects.toThrow(
      /As a superuser: CREATE ROLE adieu_tenant NOLOGIN; GRANT adieu_tenant TO poor_engine WITH INHERIT FALSE/,
    );
    const db = await openDatabase({ url: empty });
    expect(await db.sql.rows("SELECT to_regclass('organisation') AS made")).toEqual([
      { made: null },
    ]);
    await db.close();
  }

  it('is missing and may not be made: it says how, and makes nothing', () =>
    without(expectRefusal));

  it(
    'is there and the processes’ role may not act as it: it says how, and makes nothing',
    expectRefusal,
  );

  it('is made by an owner who may make roles', () =>
    without(async () => {
      await admin('ALTER ROLE poor_owner CREATEROLE');
      expect(await migrate(owner, 'poor_engine')).toEqual(['001-baseline']);
      const [acts] = await test.db.sql.once(
        "SELECT pg_has_role('poor_engine', 'adieu_tenant', 'SET') AS set, pg_has_role('poor_engine', 'adieu_tenant', 'USAGE') AS inherited",
        [],
      );
      expect(acts).toEqual({ set: true, inherited: false });
      const db = await openDatabase({
        url: Object.assign(new URL(owner), { username: 'poor_engine' }).href,
      });
      expect(await db.ofTenant(randomUUID()).sql.rows('SELECT * FROM account')).toEqual([]);
      await db.close();
      await admin(`DROP DATABASE ${new URL(empty).pathname.slice(1)} WITH (FORCE)`);
      await admin('ALTER ROLE poor_owner NOCREATEROLE');
      await admin('DROP ROLE adieu_tenant');
      await admin(`CREATE DATABASE ${new URL(empty).pathname.slice(1)}`);
    }));
});
