import { MikroORM } from '@mikro-orm/postgresql';
import { DEFAULT_POLICY } from '@adieu/domain';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openDatabase } from '../src/index.ts';
import { mikroOrmConfig } from '../src/mikro-orm.config.ts';

let test: TestDatabase;
let url: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const empty = new URL(test.url);
  empty.pathname = `${empty.pathname}_before`;
  url = empty.href;
  await test.db.sql.rows(`CREATE DATABASE ${empty.pathname.slice(1)} TEMPLATE template0`);
});
afterAll(async () => {
  await test.db.sql.rows(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  await test.close();
});

describe('the migration to policies at every level', () => {
  it('keeps the versions of books and the judgement of requests that were there before', async () => {
    const orm = await MikroORM.init(mikroOrmConfig(url));
    await orm.migrator.up({ to: '009-ledger-order' });
    await orm.em.fork().execute(`
      INSERT INTO organisation (id, name) VALUES ('00000000-0000-0000-0000-0000000000a1', 'Nordlys');
      INSERT INTO account (id, organisation_id, name, sender_address)
        VALUES ('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-0000000000a1', 'Shop', 'a@b.test');
      INSERT INTO address_book (id, account_id, name, purpose) VALUES
        ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000a2', 'News', 'MARKETING'),
        ('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000a2', 'Staff', 'SERVICE');
      INSERT INTO opt_out_policy (address_book_id, version, mode, review_seconds, on_timeout, created_by) VALUES
        ('00000000-0000-0000-0000-0000000000b1', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'x'),
        ('00000000-0000-0000-0000-0000000000b2', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'x'),
        ('00000000-0000-0000-0000-0000000000b2', 2, 'REVIEW', 600, 'REVERT', 'x');
      INSERT INTO recipient (id, organisation_id, channel, address_key)
        VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000a1', 'EMAIL', sha256('x'));
      INSERT INTO opt_out_request (id, organisation_id, account_id, list_id, recipient_id, address_key, channel, scope_kind,
          scope_id, purpose, address_book_id, signal, method, state, received_at, policy_version)
        SELECT d.id::uuid, organisation_id, '00000000-0000-0000-0000-0000000000a2', organisation_id, r.id, address_key, channel,
          d.kind, d.scope::uuid, d.purpose, d.book::uuid, 'CLEAR', 'LINK', 'CONFIRMED', now(), d.version
        FROM recipient r, (VALUES
          ('00000000-0000-0000-0000-0000000000d1', 'BOOK', '00000000-0000-0000-0000-0000000000b2', 'SERVICE',
            '00000000-0000-0000-0000-0000000000b2', 2),
          ('00000000-0000-0000-0000-0000000000d2', 'ACCOUNT', '00000000-0000-0000-0000-0000000000a2', 'MARKETING', NULL, 0)
        ) AS d(id, kind, scope, purpose, book, version);
    `);
    await orm.close(true);
    await migrate(url);
    const db = await openDatabase({ url });
    expect(
      await db.sql.rows(
        'SELECT q.id, r.remind_before_seconds AS remind FROM opt_out_request q, request_policy(q.id) r ORDER BY q.id',
      ),
    ).toEqual([
      { id: '00000000-0000-0000-0000-0000000000d1', remind: [] },
      {
        id: '00000000-0000-0000-0000-0000000000d2',
        remind: DEFAULT_POLICY.remindBeforeSeconds,
      },
    ]);
    expect(
      await db.sql.rows(
        "SELECT owner_kind, purpose, version FROM opt_out_policy WHERE owner_kind <> 'HOUSE' ORDER BY purpose, version",
      ),
    ).toEqual([
      { owner_kind: 'BOOK', purpose: 'MARKETING', version: 1 },
      { owner_kind: 'BOOK', purpose: 'SERVICE', version: 1 },
      { owner_kind: 'BOOK', purpose: 'SERVICE', version: 2 },
    ]);
    await db.close();
  });
});
