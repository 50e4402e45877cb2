import { queuedSystemSms, takeTurn } from '@adieu/db';
import type { SmsGateway } from '@adieu/gateways';
import { addressKey } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, smsSender, type TestDatabase } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('our own SMS take turns with the campaigns of their gateway: together no faster than it takes', async () => {
  const { organisationId, accountId } = org;
  const now = new Date();
  for (let i = 0; i < 6; i += 1) {
    const address = `+4670174060${i}`;
    const about = randomUUID();
    const key = addressKey(org.ring, 'SMS', address);
    await test.db.sql.rows(
      `INSERT INTO recipient (organisation_id, channel, address_key, address) VALUES ($1, 'SMS', $2, $3)`,
      [organisationId, key, address],
    );
    await test.db.sql.rows(
      `INSERT INTO system_sms (organisation_id, account_id, kind, about, address_key, sender, at, changed_at)
       VALUES ($1, $2, 'JOINED', $3, $4, $5, $6, $6)`,
      [organisationId, accountId, about, key, NUMBER, now],
    );
  }
  // A campaign has used up what may go in the next half second.
  const from = Date.now();
  const ahead = new Date(from + 500);
  await test.db.sql.rows(`INSERT INTO rate_limit (name, next_at) VALUES ('sms:test', $1)`, [ahead]);
  const waiting = await queuedSystemSms(test.db.sql, new Date(from + 60_000), 10);
  const deps = {
    db: test.db,
    sms: {
      all: [gateway],
      gatewayFor: () => gateway,
      carriedBy: () => ({ senders: [], except: true }),
      close: () => Promise.resolve(),
    },
    links: { publicUrl: 'https://leave.example.test' },
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
  } as unknown as Parameters<typeof handOverWaitingSms>[0];
  await handOverWaitingSms(deps, waiting, () => true);
  expect(went).toHaveLength(6);
  expect(went[0]! - from).toBeGreaterThanOrEqual(499);
  // Five intervals after the first, less the fifth of a second that a late sender makes up for.
  expect(went.at(-1)! - went[0]!).toBeGreaterThanOrEqual(5 * (1000 / PER_SECOND) - 200);
  // And a campaign that comes next waits for what they took.
  const next = await takeTurn(test.db.sql, {
    name: 'sms:test',
    perSecond: PER_SECOND,
    now: new Date(went.at(-1)!),
  });
  expect(next.getTime()).toBeGreaterThan(from + 500 + 5 * (1000 / PER_SECOND) - 1);
});
