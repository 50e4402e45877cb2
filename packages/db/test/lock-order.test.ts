import { createTestDatabase, lockAwaited, released, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimHeld, claimMessages, type Sql } from '../src/index.ts';
import { ensureRecipients, type KnownAddress } from '../src/contacts/ensure-recipients.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

const now = new Date('2026-05-04T08:00:00.000Z');
const leaseUntil = new Date(now.getTime() + 60_000);
const limits = { rates: { '*': 100, slow: 100 }, domains: { 'slow.example.test': 'slow' } };

it.each([
  [
    'a claim',
    '000000000001',
    (sql: Sql, campaignId: string) =>
      claimMessages(sql, { campaignId, limit: 10, now, leaseUntil }),
  ],
  [
    'a claim within rate limits',
    '000000000002',
    (sql: Sql, campaignId: string) =>
      claimMessages(sql, { campaignId, limit: 10, now, leaseUntil, limits }),
  ],
  [
    'a claim of what was held',
    '000000000003',
    (sql: Sql) => claimHeld(sql, { limit: 10, now, leaseUntil }),
  ],
] as const)(
  '%s and an import of the same people lock them in one order: neither is broken off',
  async (what, nth, claim) => {
    const org = await seed(test.db);
    const { campaignId, messages } = await released(test, org, { count: 2, now });
    const people = await test.db.sql.rows<KnownAddress & { id: string }>(
      `SELECT m.id, r.channel, r.address, r.address_key AS "addressKey" FROM message m JOIN recipient r ON r.id = m.recipient_id
       WHERE m.campaign_id = $1 ORDER BY r.address_key`,
      [campaignId],
    );
    const [first, last] = people.map((each) => ({
      ...each,
      addressKey: Buffer.from(each.addressKey),
    }));
    // Among the messages, whoever has the last key comes first.
    await test.db.sql.rows(
      `UPDATE message SET id = CASE WHEN id = $2 THEN $4::uuid ELSE id END,
         state = CASE WHEN $3 THEN 'HELD' ELSE state END, stopped_by = CASE WHEN $3 THEN 'FREQUENCY_CAP' END
       WHERE campaign_id = $1`,
      [campaignId, last!.id, what === 'a claim of what was held', `00000000-0000-7000-8000-${nth}`],
    );
    const { claiming } = await test.db.transaction(async (tx) => {
      await ensureRecipients(tx, org.organisationId, [first!]);
      const running = claim(test.db.sql, campaignId);
      await lockAwaited(test.db.sql);
      await ensureRecipients(tx, org.organisationId, [first!, last!]);
      return { claiming: running };
    });
    expect(await claiming).toHaveLength(messages.length);
  },
);
