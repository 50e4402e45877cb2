import {
  createTestDatabase,
  seed,
  seedContacts,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember, type Sql } from '../src/index.ts';
import { OUTSIDE_TENANTS } from '../src/schema/outside-tenants.ts';
import { TENANT_ROLE } from '../src/tenant.ts';
import { HARMLESS_IDS, LISTS_OF_IDS, LOOSE_REFERENCES, UNSEEN_REFERENCES } from './row-of-each.ts';

/** They run as their owner, so that an index answers before whose rows it are, and say whose themselves. */
const SEARCHES = ['recipients_like', 'requests_by_note', 'requests_by_reason'];

let test: TestDatabase;
let org: Seed;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

async function memberOf({ organisationId }: Seed): Promise<string> {
  const person = { name: 'Ada', email: `ada@${organisationId}.test`, language: 'en' } as const;
  const member = { organisationId, ...person, digestSeconds: 3600 };
  const added = await addMember(test.db.sql, member);
  if ('refused' in added) throw new Error(added.refused);
  return added.memberId;
}

const HELD = `EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND '${TENANT_ROLE}'::regrole = ANY (p.polroles))`;

describe('every table (Q-8)', () => {
  it('has row-level security with a policy for tenants, or stands with its reason in OUTSIDE_TENANTS', async () => {
    const tables = await test.db.sql.rows<{ name: string; held: boolean; on: boolean }>(
      `SELECT c.relname AS name, ${HELD} AS held, c.relrowsecurity AS on FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
    );
    const open = tables.filter(({ held, on }) => !held || !on).map(({ name }) => name);
    expect(open).toEqual(Object.keys(OUTSIDE_TENANTS).toSorted());
    expect(tables.length - open.length).toBeGreaterThan(50);
  });

  it('lets the engine at every row', async () => {
    const closed = await test.db.sql.rows(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
         AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.policyname = 'engine'
           AND p.roles = '{adieu_engine}' AND p.qual = 'true' AND p.cmd = 'ALL')`,
    );
    expect(closed).toEqual([]);
  });

  it('refuses a row that refers to a row of another organisation, by every foreign key', async () => {
    const unseen = await test.db.sql.rows<{ column: string }>(
      `SELECT c.relname || '.' || a.attname AS column
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.confrelid <> k.conrelid AND ${HELD}
         AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = k.confrelid)
         AND NOT EXISTS (
           SELECT FROM pg_policy p
           WHERE p.polrelid = c.oid AND p.polname = 'tenant' AND (
             coalesce(pg_get_expr(p.polwithcheck, c.oid), pg_get_expr(p.polqual, c.oid)) LIKE '%p.id = ' || c.relname || '.' || a.attname || ')%'
             OR k.confrelid = 'organisation'::regclass AND a.attname = 'organisation_id'))
       ORDER BY 1`,
    );
    expect(unseen.map(({ column }) => column)).toEqual(UNSEEN_REFERENCES);
  });

  it('looks at each id that has no foreign key, or says what keeps it from reaching another organisation', async () => {
    const loose = await test.db.sql.rows<{ id: string }>(
      `SELECT c.relname || '.' || a.attname AS id FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE c.relnamespace = 'public'::regnamespace AND ${HELD} AND a.atttypid = 'uuid'::regtype
         AND a.attname LIKE '%\\_id' AND a.attname <> 'organisation_id'
         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))
       ORDER BY 1`,
    );
    const known = LOOSE_REFERENCES.map(({ table, name }) => `${table}.${name}`);
    expect(loose.map(({ id }) => id)).toEqual([...known, ...Object.keys(HARMLESS_IDS)].toSorted());
  });

  it('and at each list of ids, which has none by nature', async () => {
    const lists = await test.db.sql.rows<{ id: string }>(
      `SELECT c.relname || '.' || a.attname AS id FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE c.relnamespace = 'public'::regnamespace AND ${HELD} AND a.atttypid = 'uuid[]'::regtype AND NOT a.attisdropped ORDER BY 1`,
    );
    expect(lists.map(({ id }) => id)).toEqual(Object.keys(LISTS_OF_IDS));
  });

  it('a policy tells no member of another organisation: whoever waits for them would wait unseen (W-7)', async () => {
    const other = await seed(test.db, { name: 'Somebody else' });
    const add = async (of: Seed, tell: string): Promise<unknown> =>
      test.db.ofTenant(org.organisationId).transaction((sql) =>
        sql.rows(
          `INSERT INTO opt_out_policy (organisation_id, purpose, version, mode, review_seconds, on_timeout, tell, created_by)
           VALUES ($1, 'SERVICE', 9, 'REVIEW', 60, 'OPT_OUT', ARRAY[$2::uuid], 'test')`,
          [of.organisationId, tell],
        ),
      );
    const [theirs, ours] = await Promise.all([memberOf(other), memberOf(org)]);
    await expect(add(org, theirs)).rejects.toThrow('row-level security');
    await add(org, ours);
  });

  it('is seen through views and functions as whoever asks sees it', async () => {
    const views = await test.db.sql.rows(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
         AND NOT coalesce(reloptions, '{}') && '{security_invoker=on,security_invoker=true}'`,
    );
    expect(views).toEqual([]);
    const definers = await test.db.sql.rows<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
    );
    expect(definers.map(({ name }) => name).toSorted()).toEqual([
      ...SEARCHES,
      'sender_domain_owner',
      'sms_sender_owner',
      'stands_in_block_list',
    ]);
  });
});

it('a transaction of an organisation leaves nothing of it behind on its connection', async () => {
  const { sql } = test.db.ofTenant(org.organisationId);
  const [within] = await sql.rows('SELECT current_user::text AS role, tenant() AS tenant');
  expect(within).toEqual({ role: TENANT_ROLE, tenant: org.organisationId });
  await expect(sql.rows('SELECT 1/0')).rejects.toThrow('division by zero');
  const [after] = await sql.rows('SELECT current_user::text AS role, tenant() AS tenant');
  expect(after).toEqual(within);
});

it.each(SEARCHES)(
  '%s finds what is of the organisation that asks, whichever it names (Q-8)',
  async (name) => {
    const other = await seed(test.db, { name: 'Somebody else' });
    for (const each of [org, other]) await seedContacts(test.db, each, { count: 1 });
    await test.db.sql.rows(
      `WITH request AS (
       INSERT INTO opt_out_request (organisation_id, list_id, recipient_id, address_key, channel, scope_kind, scope_id, purpose,
         signal, method, state, received_at, policy_version, reason_text)
       SELECT organisation_id, organisation_id, id, address_key, channel, 'ORGANISATION', organisation_id, 'MARKETING',
         'CLEAR', 'API', 'WITHDRAWN', now(), 1, 'person' FROM recipient RETURNING id, organisation_id)
     INSERT INTO opt_out_evidence (request_id, organisation_id, at, kind, detail)
     SELECT id, organisation_id, now(), 'NOTE', '{"note": "person"}' FROM request`,
    );
    const search = `SELECT ${name}($1, '%person%'${name === 'recipients_like' ? '' : ', NULL'}) AS ids`;
    const found = async (sql: Sql, of: Seed): Promise<string[]> =>
      (await sql.once<{ ids: string[] }>(search, [of.organisationId]))[0]!.ids.toSorted();
    const [ours, theirs] = [await found(test.db.sql, org), await found(test.db.sql, other)];
    expect(ours).not.toEqual([]);
    expect(theirs).not.toEqual([]);
    expect(ours.filter((id) => theirs.includes(id))).toEqual([]);
    const { sql } = test.db.ofTenant(org.organisationId);
    expect(await found(sql, org)).toEqual(ours);
    expect(await found(sql, other)).toEqual(ours);
  },
);
