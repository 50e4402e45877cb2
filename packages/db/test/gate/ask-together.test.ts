import { randomBytes } from 'node:crypto';
import {
  createTestDatabase,
  leaves,
  released,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askTogether, type GateQuestion, type Sql } from '../../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  org = await seed(test.db);
});
afterAll(() => test?.close());

const question = (addressKey: Buffer, more: Partial<GateQuestion> = {}): GateQuestion => ({
  organisationId: org.organisationId,
  channel: 'EMAIL',
  addressBookId: org.newsletterId,
  topicId: null,
  accountId: null,
  purpose: null,
  now,
  addressKey,
  ...more,
});

/** The database, with statements that are counted and answered no sooner than `gates` lets them. */
function watched(gates: Promise<unknown>[] = []): { sql: Sql; statements: () => number } {
  let statements = 0;
  const sql: Sql = {
    ...test.db.sql,
    async rows<Row>(text: string, values?: readonly unknown[]) {
      const gate = gates[statements];
      statements += 1;
      const rows = await test.db.sql.rows<Row>(text, values);
      await gate;
      return rows;
    },
  };
  return { sql, statements: () => statements };
}

describe('who asks the gate while others do', () => {
  it('is answered with them, each their own answer (N9)', async () => {
    const { messages, campaignId } = await released(test, org, { count: 20, now });
    await leaves(test.db.sql, messages[3]!.id, { now });
    const people = await test.db.sql.rows<{ id: string; key: Buffer }>(
      `SELECT m.id, r.address_key AS key FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.campaign_id = $1`,
      [campaignId],
    );
    const { sql, statements } = watched();
    const ask = askTogether(() => sql);
    const answers = await Promise.all(people.map(({ key }) => ask(question(key))));
    const stopped = people.filter((_, nth) => {
      const judged = answers[nth]!;
      return 'answer' in judged && !judged.answer.allowed;
    });
    expect(stopped.map(({ id }) => id)).toEqual([messages[3]!.id]);
    expect(statements()).toBe(1);
  });

  it('hears of an opt-out that was committed before, whatever is still being answered (I-4)', async () => {
    const { messages, campaignId } = await released(test, org, { count: 1, now });
    const [person] = await test.db.sql.rows<{ key: Buffer }>(
      `SELECT r.address_key AS key FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.campaign_id = $1`,
      [campaignId],
    );
    const slow = Promise.withResolvers<void>();
    const { sql } = watched([slow.promise]);
    const ask = askTogether(() => sql);
    const before = ask(question(person!.key));
    await new Promise(setImmediate);
    await ask(question(randomBytes(32)));
    await leaves(test.db.sql, messages[0]!.id, { now });
    const after = ask(question(person!.key));
    slow.resolve();
    expect(await before).toMatchObject({ answer: { allowed: true } });
    expect(await after).toMatchObject({ answer: { allowed: false, because: 'OPTED_OUT' } });
  });

  it('waits where two statements about the way are under way, and then goes along in one', async () => {
    const slow = Promise.withResolvers<void>();
    const { sql, statements } = watched([slow.promise, slow.promise]);
    const ask = askTogether(() => sql);
    const asked: Promise<unknown>[] = [];
    for (let nth = 0; nth < 10; nth += 1) {
      asked.push(ask(question(randomBytes(32))));
      await new Promise(setImmediate);
    }
    expect(statements()).toBe(2);
    slow.resolve();
    await Promise.all(asked);
    expect(statements()).toBe(3);
  });

  it('is not answered with those who ask about another way, and learns that there is none', async () => {
    const { sql, statements } = watched();
    const ask = askTogether(() => sql);
    const other = await seed(test.db);
    const key = randomBytes(32);
    const answers = await Promise.all([
      ask(question(key)),
      ask(question(key, { addressBookId: other.newsletterId })),
      ask(question(key, { purpose: 'TRANSACTIONAL' })),
    ]);
    expect(answers).toEqual([
      { answer: { allowed: true, because: 'NO_OBJECTION' } },
      { refused: 'not-found' },
      { answer: { allowed: true, because: 'TRANSACTIONAL' } },
    ]);
    expect(statements()).toBe(3);
  });

  it('hears with them that the database is away, and is asked for anew the next time', async () => {
    let isAway = true;
    const sql: Sql = {
      ...test.db.sql,
      rows: (text, values) =>
        isAway ? Promise.reject(new Error('away')) : test.db.sql.rows(text, values),
    };
    const ask = askTogether(() => sql);
    const heard = await Promise.allSettled([1, 2].map(() => ask(question(randomBytes(32)))));
    expect(heard.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await ask(question(randomBytes(32)))).toMatchObject({ answer: { allowed: true } });
  });
});
