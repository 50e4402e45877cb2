import {
  createTestDatabase,
  releasedSms,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaimedMessage, finishAndClaim, messageOfShortLink, type Sql } from '../src/index.ts';

const now = new Date('2026-12-01T11:00:00.000Z');
const COUNT = 300;
let test: TestDatabase;
let org: Seed;
let campaignId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  ({ campaignId } = await releasedSms(test, org, { count: COUNT, kind: 'TEXT', now }));
});
afterAll(() => test?.close());

function claim(sql: Sql, limit: number): Promise<ClaimedMessage[]> {
  const leaseUntil = new Date(now.getTime() + 30_000);
  return finishAndClaim(sql, [], { campaignId, limit, now, leaseUntil, links: true });
}

/** How many rows of links this connection has read lately. */
async function linksRead(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    "SELECT (seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_xact_user_tables WHERE relname = 'short_link'",
  );
  return row!.n;
}

describe('short links (D2)', () => {
  it('each message of a claim has a code of its own, by which it is found', async () => {
    const claimed = await claim(test.db.sql, COUNT - 10);
    const codes = claimed.map(({ linkCode }) => linkCode!);
    expect(new Set(codes).size).toBe(COUNT - 10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-Za-z]{7}$/);
    const [{ messageId }] = claimed as [ClaimedMessage];
    expect(await messageOfShortLink(test.db.sql, codes[0]!)).toBe(messageId);
    const letters = new Set(codes.join(''));
    expect(letters.size).toBe(62);
  });

  it('a message that is claimed again keeps its code', async () => {
    const [first] = (await claim(test.db.sql, 1)) as [ClaimedMessage];
    const again = {
      messageId: first.messageId,
      state: 'QUEUED',
      outcome: null,
      dueAt: null,
    } as const;
    const leaseUntil = new Date(now.getTime() + 30_000);
    const next = { campaignId, limit: 9, now, leaseUntil, links: true };
    const claimed = await finishAndClaim(test.db.sql, [again], next);
    const same = claimed.find(({ messageId }) => messageId === first.messageId);
    expect(same).toMatchObject({ attempts: 2, linkCode: first.linkCode });
  });

  it('a claim reads no links but those of its own messages, however many there are', async () => {
    await test.db.sql.rows(
      "UPDATE message SET state = 'QUEUED', lease_until = NULL WHERE campaign_id = $1",
      [campaignId],
    );
    await test.db.sql.rows(
      'DELETE FROM short_link WHERE message_id IN (SELECT id FROM message LIMIT 5)',
    );
    const read = await test.db.transaction(async (tx) => {
      const before = await linksRead(tx);
      await claim(tx, 10);
      return (await linksRead(tx)) - before;
    });
    expect(read).toBeLessThanOrEqual(20);
  });
});
