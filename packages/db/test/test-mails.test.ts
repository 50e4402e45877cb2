import { addressKey } from '@adieu/keys';
import {
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
  leaves,
  lockAwaited,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForTestMails, claimTestMail, eraseRecipient, finishTestMail } from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
let campaignId: string;
const now = new Date('2026-05-04T08:00:00.000Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  campaignId = await seedContacts(test.db, org, { count: 1 });
});
afterAll(() => test.close());

/** Asks for a test mail to one address; gives its id and whose it is. */
async function ask(address: string): Promise<{ id: string; recipientId: string }> {
  const asked = await test.db.transaction((sql) =>
    askForTestMails(sql, {
      organisationId: org.organisationId,
      campaignId,
      to: [{ address, addressKey: addressKey(org.ring, 'EMAIL', address) }],
      contactId: null,
      language: null,
      askedBy: 'test',
      now,
    }),
  );
  expect(asked).toHaveProperty('answers');
  const [row] = await test.db.sql.rows<{ id: string; recipientId: string }>(
    `SELECT m.id, r.id AS "recipientId" FROM test_mail m JOIN recipient r ON r.id = m.recipient_id
     WHERE r.address = $1`,
    [address],
  );
  return row!;
}

const leave = (recipientId: string, sql = test.db.sql) => {
  const scope = { kind: 'BOOK', id: org.newsletterId } as const;
  return leaves(sql, { organisationId: org.organisationId, recipientId, scope }, { now });
};

const outcomeOf = async (id: string): Promise<unknown> =>
  (
    await test.db.sql.rows<{ outcome: unknown }>('SELECT outcome FROM test_mail WHERE id = $1', [
      id,
    ])
  )[0]?.outcome;

describe('a test mail at its hand-over', () => {
  it('is claimed with its address, until it ended', async () => {
    const { id } = await ask('claimed@example.test');
    const claimed = {
      campaignId,
      address: 'claimed@example.test',
      language: null,
      fields: {},
    };
    expect(await claimTestMail(test.db, id, now)).toMatchObject(claimed);
    // The mail server was away: it is claimed again.
    expect(await claimTestMail(test.db, id, later(1))).toMatchObject(claimed);
    await finishTestMail(test.db.sql, id, 'SENT', now);
    expect(await claimTestMail(test.db, id, now)).toBeNull();
    await finishTestMail(test.db.sql, id, '550 too late', now);
    expect(await outcomeOf(id)).toBe('SENT');
  });

  it.each([
    ['left', (recipientId: string) => leave(recipientId)],
    [
      'was erased',
      (recipientId: string) =>
        test.db.transaction((sql) => eraseRecipient(sql, { recipientId, now })),
    ],
  ])('is stopped where its recipient %s since (W-2)', async (name, change) => {
    const { id, recipientId } = await ask(`${name.replace(' ', '-')}@example.test`);
    await change(recipientId);
    expect(await claimTestMail(test.db, id, now)).toBeNull();
    expect(await outcomeOf(id)).toBe('STOPPED');
  });

  it('waits for an opt-out that is being committed, and sees it (W-2)', async () => {
    const { id, recipientId } = await ask('races@example.test');
    let claim: Promise<unknown> = Promise.resolve();
    await test.db.transaction(async (sql) => {
      await leave(recipientId, sql);
      claim = claimTestMail(test.db, id, now);
      await lockAwaited(test.db.sql);
    });
    expect(await claim).toBeNull();
    expect(await outcomeOf(id)).toBe('STOPPED');
  });

  it('is not sent a day late', async () => {
    const { id } = await ask('late@example.test');
    expect(await claimTestMail(test.db, id, later(24))).toBeNull();
    expect(await outcomeOf(id)).toBe('STOPPED');
  });
});

describe('the table of test mails', () => {
  it.each([
    ['an end without an outcome', 'ended_at = now()'],
    ['an outcome without an end', "outcome = 'SENT'"],
    ['a language that nobody speaks here', "language = 'fr'"],
  ])('takes not %s, by raw SQL either', async (_name, change) => {
    const { id } = await ask(`raw-${change.length}@example.test`);
    await expect(
      test.db.sql.rows(`UPDATE test_mail SET ${change} WHERE id = $1`, [id]),
    ).rejects.toThrow(/violates check constraint/);
  });
});
