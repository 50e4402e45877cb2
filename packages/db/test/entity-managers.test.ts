import { createTestDatabase, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountEntity, OrganisationEntity, TopicEntity } from '../src/index.ts';

let test: TestDatabase;
let org: Seed;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

const topics = async (name: string): Promise<number> =>
  (await test.db.sql.rows('SELECT 1 FROM topic WHERE name = $1', [name])).length;

describe('an entity manager', () => {
  it('and the statements of one transaction see what the other wrote', async () => {
    const { accountId } = org;
    await test.db.transaction(async (sql) => {
      const id = await sql.em().insert(TopicEntity, { accountId, name: 'Boats' });
      const [topic] = await sql.rows<{ name: string }>('SELECT name FROM topic WHERE id = $1', [
        id,
      ]);
      expect(topic).toEqual({ name: 'Boats' });
      await sql.rows("UPDATE topic SET name = 'Ships' WHERE id = $1", [id]);
      expect(await sql.em().findOne(TopicEntity, id)).toMatchObject({ accountId, name: 'Ships' });
    });
    expect(await topics('Ships')).toBe(1);
  });

  it('writes nothing where its transaction fails, be it by a flush', async () => {
    const { accountId } = org;
    const failing = test.db.transaction(async (sql) => {
      const em = sql.em();
      em.create(TopicEntity, { accountId, name: 'Kites' });
      await em.flush();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await topics('Kites')).toBe(0);
  });

  it('takes no connection of its own, in or out of a transaction', async () => {
    const count = async (sql = test.db.sql): Promise<number> => {
      const [row] = await sql.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
           WHERE datname = current_database() AND backend_type = 'client backend'`,
      );
      return row!.n;
    };
    const before = await count();
    await test.db.sql.em().find(OrganisationEntity, { name: 'nobody' });
    expect(await count()).toBe(before);
    await test.db.transaction(async (sql) => {
      const within = await count(sql);
      await sql.em().find(OrganisationEntity, { name: 'nobody' });
      expect(await count(sql)).toBe(within);
    });
  });

  it('gives instants, numbers and nulls as the columns have them', async () => {
    const account = await test.db.sql.em().findOneOrFail(AccountEntity, org.accountId);
    expect(account).toMatchObject({ doubleOptInDays: 7, archivedAt: null, keepsOwnList: false });
    expect(account.createdAt).toBeInstanceOf(Date);
  });

  it('says no value of a row in an error', async () => {
    const { organisationId, accountId: id } = org;
    const name = 'A name that was taken';
    const em = test.db.sql.em();
    await em.insert(AccountEntity, { organisationId, name });
    const fault = await em.nativeUpdate(AccountEntity, { id }, { name }).catch((e: unknown) => e);
    expect(fault).toBeInstanceOf(Error);
    expect(String(fault)).toContain('account_organisation_id_name_key');
    expect(String(fault)).not.toContain(name);
  });
});
