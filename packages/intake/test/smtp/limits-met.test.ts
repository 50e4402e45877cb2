import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { limitsMet } from '@adieu/db';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepLimitCounts } from '../../src/index.ts';
import { ClientLimits } from '../../src/mail/smtp/client-limits.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

it('limits that clients meet are counted in the record, for all processes together', async () => {
  const settings = {
    connectionsPerClient: 1,
    mailsPerMinute: 1,
    bytesPerMinute: 100,
    trustedMtas: [],
  };
  for (let process = 1; process <= 2; process += 1) {
    const counts = keepLimitCounts({ db: test.db, log: pino({ level: 'silent' }) });
    const limits = new ClientLimits(settings, () => new Date(0), counts.meets);
    const session = { id: 'a', remoteAddress: '192.0.2.1' };
    expect(limits.admits(session)).toBe(true);
    expect(limits.admits({ ...session, id: 'b' })).toBe(false);
    expect(limits.takesMail(session)).toBe(true);
    for (let i = 0; i < 3; i += 1) expect(limits.takesMail(session)).toBe(false);
    await counts.stop();
  }
  const met = await limitsMet(test.db.sql);
  expect(met.toSorted((a, b) => a.limit.localeCompare(b.limit))).toEqual([
    { limit: 'CONNECTIONS', met: 2 },
    { limit: 'MAILS', met: 6 },
  ]);
});
