import { queuedSystemSms, takeTurn } from '@adieu/db';
import type { SmsGateway } from '@adieu/gateways';
import { addressKey } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, smsSender, type TestDatabase } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handOverSystemSms } from '../src/sms/hand-over-system-sms.ts';
import { handOverWaitingSms } from '../src/sms/hand-over-waiting-sms.ts';

const NUMBER = '+46700000001';
const PER_SECOND = 20;

let test: TestDatabase;
let org: Seed;
const went: number[] = [];
const gateway: SmsGateway = {
  name: 'test',
  kind: 'generic',
  features: { statuses: false, inboundParts: 'whole', textSender: true, optOutList: 'none' },
  perSecond: PER_SECOND,
  atOnce: 4,
  send: () => {
    went.push(Date.now());
    return Promise.resolve({ sent: randomUUID() });
  },
  async listOptOuts() {
    return { optOuts: [], next: null };
  },
  async addOptOut() {},
  async close() {},
};

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => test?.close());

let asked = 0;
/** So many of ours wait; gives their ids. */
async function wait(count: number): Promise<string[]> {
  const { organisationId, accountId } = org;
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    asked += 1;
    const address = `+46701740${String(asked).padStart(3, '0')}`;
    const key = addressKey(org.ring, 'SMS', address);
    await test.db.sql.rows(
      `INSERT INTO recipient (organisation_id, channel, address_key, address) VALUES ($1, 'SMS', $2, $3)`,
      [organisationId, key, address],
    );
    const [row] = await test.db.sql.rows<{ id: string }>(
      `INSERT INTO system_sms (organisation_id, account_id, kind, about, address_key, sender, at, changed_at)
       VALUES ($1, $2, 'JOINED', $3, $4, $5, $6, $6) RETURNING id`,
      [organisationId, accountId, randomUUID(), key, NUMBER, new Date()],
    );
    ids.push(row!.id);
  }
  return ids;
}

/** A campaign has used up what may go until then. */
const usedUp = (until: Date) =>
  test.db.sql.rows(
    `INSERT INTO rate_limit (name, next_at) VALUES ('sms:test', $1) ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at`,
    [until],
  );
const deps = () =>
  ({
    db: test.db,
    sms: { gatewayFor: () => gateway },
    links: { publicUrl: 'https://leave.example.test' },
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
  }) as unknown as Parameters<typeof handOverWaitingSms>[0];
/** When a campaign may send next. */
const next = (now: Date) => takeTurn(test.db.sql, { name: 'sms:test', perSecond: PER_SECOND, now });

it('our own SMS take turns with the campaigns of their gateway: together no faster than it takes', async () => {
  await wait(6);
  const from = Date.now();
  await usedUp(new Date(from + 500));
  const waiting = await queuedSystemSms(test.db.sql, new Date(from + 60_000), 10);
  await handOverWaitingSms(deps(), waiting, () => true);
  expect(went).toHaveLength(6);
  expect(went[0]! - from).toBeGreaterThanOrEqual(499);
  // Five intervals after the first, less the fifth of a second that a late sender makes up for.
  expect(went.at(-1)! - went[0]!).toBeGreaterThanOrEqual(5 * (1000 / PER_SECOND) - 200);
  // And a campaign that comes next waits for what they took.
  const at = await next(new Date(went.at(-1)!));
  expect(at.getTime()).toBeGreaterThan(from + 500 + 5 * (1000 / PER_SECOND) - 1);
});

it('what one person waits for goes at once, and a campaign the later', async () => {
  const [id] = await wait(1);
  const from = Date.now();
  await usedUp(new Date(from + 20_000));
  expect(await handOverSystemSms(deps(), id!)).toBe(true);
  expect(Date.now() - from).toBeLessThan(15_000);
  expect((await next(new Date())).getTime()).toBe(from + 20_000 + 1000 / PER_SECOND);
});
