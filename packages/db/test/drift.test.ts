import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mikroOrmConfig } from '../src/mikro-orm.config.ts';

/** What an entity must tell of; each is done to a database whose entities stay as they are. */
const CHANGES = [
  ['a column more', 'ALTER TABLE topic ADD COLUMN colour text', 'drop column "colour"'],
  ['a column less', 'ALTER TABLE review_link DROP COLUMN sent_at', 'add "sent_at"'],
  [
    'a type',
    'ALTER TABLE sign_up_form ALTER declaration_version TYPE bigint',
    '"declaration_version" type int',
  ],
  ['a null', 'ALTER TABLE api_key ALTER name DROP NOT NULL', '"name" set not null'],
  ['a default', "ALTER TABLE account ALTER default_language SET DEFAULT 'sv'", "set default 'en'"],
  [
    'a foreign key',
    'ALTER TABLE topic DROP CONSTRAINT topic_account_id_fkey',
    'topic_account_id_fkey',
  ],
  [
    'a foreign key of two columns',
    'ALTER TABLE account_brand DROP CONSTRAINT account_brand_account_id_logo_sha256_fkey',
    'account_brand_account_id_logo_sha256_fkey',
  ],
  [
    'a unique',
    'ALTER TABLE topic DROP CONSTRAINT topic_account_id_name_key',
    'topic_account_id_name_key',
  ],
  ['an index', 'DROP INDEX opt_out_request_pending', 'opt_out_request_pending'],
  [
    'the condition of an index',
    'DROP INDEX campaign_released; CREATE INDEX campaign_released ON campaign (released_at)',
    '"campaign_released"',
  ],
  ['a check', 'ALTER TABLE topic DROP CONSTRAINT topic_name_check', 'topic_name_check'],
  [
    'a value of an enumeration',
    `ALTER TABLE suppression DROP CONSTRAINT suppression_state_check;
     ALTER TABLE suppression ADD CONSTRAINT suppression_state_check CHECK (state IN ('PAUSED', 'OPTED_OUT', 'GONE'))`,
    'suppression_state_check',
  ],
  ['a comment', "COMMENT ON COLUMN account.country IS 'ISO'", 'ISO 3166-1'],
  ['a table', 'CREATE TABLE stray (id uuid PRIMARY KEY)', 'drop table if exists "stray"'],
] as const;

let test: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  test = await createTestDatabase();
  orm = await MikroORM.init(mikroOrmConfig(test.url));
});
afterAll(async () => {
  await orm.close(true);
  await test.close();
});

/** What the schema generator would do to the database to make it what the entities say. */
const drift = (): Promise<string> => orm.schema.getUpdateSchemaSQL({ wrap: false });

describe('the entities and the migrated database', () => {
  it('say the same: the schema generator finds no difference', async () => {
    expect(await drift()).toBe('');
  });

  it('have an entity for each table that transactions of ours write, but for one without a key', async () => {
    const tables = await test.db.sql.rows<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const known = [...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName);
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([
      'double_opt_in_origin',
      'migration',
      'sign_in_ask',
      'sql_definition',
    ]);
  });

  describe('differ', () => {
    let before = '';
    let after = '';

    beforeAll(async () => {
      before = await drift();
      for (const change of CHANGES.flatMap(([, statements]) => statements.split(';')))
        await test.db.sql.once(change, []);
      after = await drift();
    });

    it.each(CHANGES)('where %s was changed in the database alone', (_what, _change, seen) => {
      expect(before).not.toContain(seen);
      expect(after).toContain(seen);
    });
  });
});
