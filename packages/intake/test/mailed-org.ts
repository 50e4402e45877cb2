import {
  createTestDatabase,
  type Seed,
  seed,
  type SeededMail,
  seedMails,
  type TestDatabase,
} from '@adieu/testkit';

/** Of the addresses that mails come to. */
export const DOMAIN = 'leave.example.test';
export const NOW = new Date('2026-05-04T08:00:00.000Z');

/** An organisation on a database of its own, with mails that were sent, each of them to somebody else. */
export interface MailedOrg {
  readonly test: TestDatabase;
  readonly org: Seed;
  readonly mails: SeededMail[];
}

export async function openMailedOrg(count: number): Promise<MailedOrg> {
  const test = await createTestDatabase();
  const org = await seed(test.db);
  return { test, org, mails: await seedMails(test.db, org, { count, now: NOW }) };
}
