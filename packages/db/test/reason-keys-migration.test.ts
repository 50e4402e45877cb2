import { MikroORM } from '@mikro-orm/postgresql';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openDatabase, ownReasons } from '../src/index.ts';
import { mikroOrmConfig } from '../src/mikro-orm.config.ts';

const ACCOUNT = '00000000-0000-0000-0000-0000000000a2';
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

describe('the migration to reasons with keys', () => {
  it('keeps the lists that were there before, each reason under a key of its own (F4)', async () => {
    const orm = await MikroORM.init(mikroOrmConfig(url));
    await orm.migrator.up({ to: '050-brand' });
    await orm.em.fork().execute(`
      INSERT INTO organisation (id, name) VALUES ('00000000-0000-0000-0000-0000000000a1', 'Nordlys');
      INSERT INTO account (id, organisation_id, name, sender_address)
        VALUES ('${ACCOUNT}', '00000000-0000-0000-0000-0000000000a1', 'Shop', 'a@b.test');
      INSERT INTO leave_reason (account_id, position, texts, archived_at) VALUES
        ('${ACCOUNT}', 2, '{"en": "I moved"}', NULL), ('${ACCOUNT}', 1, '{"en": "Too dear"}', NULL),
        ('${ACCOUNT}', 1, '{"en": "Too dear"}', now());
    `);
    await orm.close(true);
    await migrate(url);
    const db = await openDatabase({ url });
    const reasons = await ownReasons(db.sql, ACCOUNT);
    await db.close();
    expect(reasons.map(({ texts }) => texts.en)).toEqual(['Too dear', 'I moved']);
    expect(new Set(reasons.map(({ key }) => key)).size).toBe(2);
  });
});
