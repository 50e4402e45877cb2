import { createTestDatabase, lockAwaited, released, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePreferences, claimMessages, mayContact, type Sql } from '../../src/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date(now.getTime() + 3_600_000);

interface Reader {
  readonly recipientId: string;
  readonly accountId: string;
  readonly campaignId: string;
  readonly because: () => Promise<string>;
}

/** Somebody with a queued message, and what mayContact says of their book. */
async function reader(): Promise<Reader> {
  const org = await seed(test.db);
  const { campaignId } = await released(test, org, { count: 1, now });
  const [row] = await test.db.sql.rows<{ recipientId: string; key: Buffer }>(
    `SELECT r.id AS "recipientId", r.address_key AS key FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1`,
    [campaignId],
  );
  const { recipientId, key } = row!;
  return {
    recipientId,
    campaignId,
    accountId: org.accountId,
    async because() {
      const judged = await mayContact(test.db.sql, {
        organisationId: org.organisationId,
        channel: 'EMAIL',
        addressBookId: org.newsletterId,
        topicId: null,
        accountId: null,
        purpose: null,
        now,
        addressKey: key,
      });
      return 'refused' in judged ? judged.refused : judged.answer.because;
    },
  };
}

const snooze = (sql: Sql, { recipientId, accountId }: Pick<Reader, 'recipientId' | 'accountId'>) =>
  changePreferences(sql, { recipientId, accountId, change: { snoozedUntil: later }, now });

describe('what is noted of a recipient is never less than what the gate must weigh (I-4)', () => {
  it('from the commit of their first preference on', async () => {
    const person = await reader();
    await test.db.transaction(async (tx) => {
      await snooze(tx, person);
      expect(await person.because()).toBe('NO_OBJECTION');
    });
    expect(await person.because()).toBe('SNOOZED');
  });

  it('where of two first preferences at once one is taken back', async () => {
    const person = await reader();
    const elsewhere = await seed(test.db);
    const second = await test.db
      .transaction(async (tx) => {
        await snooze(tx, { ...person, accountId: elsewhere.accountId });
        const running = snooze(test.db.sql, person);
        await lockAwaited(test.db.sql);
        throw Object.assign(new Error('taken back'), { running });
      })
      .catch((error: { running: Promise<void> }) => error.running);
    expect(second).toBeUndefined();
    expect(await person.because()).toBe('SNOOZED');
  });

  it('and a claim that holds them lets their first preference wait, and ends', async () => {
    const person = await reader();
    const { campaignId } = person;
    const { running } = await test.db.transaction(async (tx) => {
      const claim = { campaignId, limit: 1, now, leaseUntil: later };
      expect(await claimMessages(tx, claim)).toHaveLength(1);
      const first = snooze(test.db.sql, person);
      await lockAwaited(test.db.sql);
      return { running: first };
    });
    await running;
    expect(await person.because()).toBe('SNOOZED');
  });

  it('and nobody takes it back', async () => {
    const person = await reader();
    await snooze(test.db.sql, person);
    await expect(
      test.db.sql.rows('UPDATE recipient SET noted = false WHERE id = $1', [person.recipientId]),
    ).rejects.toThrow(/recipient is append-only/);
  });
});
