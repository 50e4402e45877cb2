import {
  createTestDatabase,
  leaves,
  releasedSms,
  seed,
  type Seed,
  seedSms,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceCountries } from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-12-01T11:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test?.close());

describe('the countries of an audience (SM-15)', () => {
  it('are those of its numbers, also where several share a calling code', async () => {
    const numbers = {
      SE: ['+46701740605', '+46731234567', '+46721234567'],
      US: ['+12025550123'],
      CA: ['+16045550123'],
      GB: ['+447400123456'],
      GG: ['+447781123456'],
      IM: ['+447624123456'],
      KZ: ['+77012345678'],
      RU: ['+79161234567'],
      none: ['+881612345678'],
    };
    const all = Object.values(numbers).flat();
    const id = await seedSms(test, org, { count: all.length, numbers: all, now });
    const counted = await audienceCountries(test.db.sql, id, now);
    expect(counted[0]).toEqual({ country: 'SE', count: 3 });
    expect(
      Object.fromEntries(counted.map(({ country, count }) => [country ?? 'none', count])),
    ).toEqual(
      Object.fromEntries(Object.entries(numbers).map(([country, { length }]) => [country, length])),
    );
  });

  it('are not those of who left', async () => {
    const numbers = ['+46701740611', '+34612345611'];
    const { messages } = await releasedSms(test, org, { count: 2, numbers, now });
    const spaniard = messages.find(({ address }) => address === numbers[1])!;
    await leaves(
      test.db.sql,
      {
        organisationId: org.organisationId,
        recipientId: spaniard.recipientId,
        scope: { kind: 'ACCOUNT', id: org.accountId },
      },
      { now },
    );
    const id = await seedSms(test, org, { count: 2, numbers, now });
    expect(await audienceCountries(test.db.sql, id, now)).toEqual([{ country: 'SE', count: 1 }]);
  });
});
