import { judgeChoice, type Purpose } from '@adieu/domain';
import { createTestDatabase, type Seed, seed, type TestDatabase, released } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changePreferences,
  claimMessages,
  finishMessages,
  mayContactMany,
  type Preferences,
  readAudience,
  startExport,
} from '../src/index.ts';

const DAY = 86_400_000;
const start = new Date('2026-05-04T08:00:00.000Z');
const day = (n: number): Date => new Date(start.getTime() + n * DAY);

/** Of each person: what they chose. The campaign went to all of them on day 0. */
const CHOICES: readonly (Partial<Preferences> | null)[] = [
  null,
  { language: 'de' },
  { frequency: 'DAILY' },
  { frequency: 'WEEKLY' },
  { frequency: 'MONTHLY' },
  { snoozedUntil: day(3) },
  { frequency: 'WEEKLY', snoozedUntil: day(3) },
  { frequency: 'DAILY', snoozedUntil: day(3) },
];

let test: TestDatabase;
let org: Seed;
let people: { id: string; key: Buffer; address: string }[];
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const { campaignId } = await released(test, org, { count: CHOICES.length, now: start });
  const leaseUntil = new Date(start.getTime() + 30_000);
  const claimed = await claimMessages(test.db.sql, {
    campaignId,
    limit: 10,
    now: start,
    leaseUntil,
  });
  await finishMessages(
    test.db.sql,
    claimed.map(({ messageId }) => ({ messageId, state: 'SENT', outcome: 'ok', dueAt: null })),
    start,
  );
  people = await test.db.sql.rows(
    'SELECT id, address_key AS key, address FROM recipient ORDER BY address',
  );
  for (const [n, change] of CHOICES.entries())
    if (change !== null)
      await test.db.transaction((sql) =>
        changePreferences(sql, {
          recipientId: people[n]!.id,
          accountId: org.accountId,
          change,
          now: start,
        }),
      );
});
afterAll(() => test?.close());

/** What the domain says of each. */
const verdicts = (now: Date, purpose: Purpose = 'MARKETING') =>
  CHOICES.map((choice) =>
    judgeChoice(
      {
        frequency: choice?.frequency ?? 'EVERY',
        snoozedUntil: choice?.snoozedUntil ?? null,
        lastAt: start,
      },
      purpose,
      now,
    ),
  );

const ask = async (now: Date, more: object = {}, keys = people.map(({ key }) => key)) => {
  const asked = await mayContactMany(
    test.db.sql,
    {
      organisationId: org.organisationId,
      channel: 'EMAIL',
      addressBookId: org.newsletterId,
      topicId: null,
      accountId: null,
      purpose: null,
      now,
      ...more,
    },
    keys,
  );
  if ('refused' in asked) throw new Error(asked.refused);
  return asked.answers;
};

const NOWS = [1, 2.9, 3, 6.9, 7, 30].map(day);

describe('mayContact and what recipients chose for themselves (P-9, P-10)', () => {
  it.each(NOWS)('at %s: the same as the domain says, and until when', async (now) => {
    const expected = verdicts(now).map((waits) =>
      waits ? { allowed: false, ...waits } : { allowed: true, because: 'NO_OBJECTION' },
    );
    expect(await ask(now)).toEqual(expected);
    const byAccount = { addressBookId: null, accountId: org.accountId };
    expect(await ask(now, byAccount)).toEqual(expected);
    expect(await ask(now, { topicId: org.newsTopicId })).toEqual(expected);
    // One address is asked for by a text of its own.
    for (const [n, { key }] of people.entries())
      expect(await ask(now, {}, [key])).toEqual([expected[n]]);
  });

  it('limits no other purpose, and nothing where no account is named', async () => {
    const allowed = CHOICES.map(() => ({ allowed: true, because: 'NO_OBJECTION' }));
    expect(await ask(day(1), { addressBookId: org.staffId })).toEqual(allowed);
    expect(await ask(day(1), { purpose: 'SERVICE' })).toEqual(allowed);
    expect(await ask(day(1), { addressBookId: null })).toEqual(allowed);
  });
});

describe('an audience export and what recipients chose for themselves (P-9, P-10)', () => {
  const exported = async (now: Date, purpose: Purpose | null = null) => {
    const [key] = await test.db.sql.rows<{ id: string }>('SELECT id FROM api_key LIMIT 1');
    const begun = await startExport(test.db.sql, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      topicId: null,
      use: 'EMAIL',
      purpose,
      unfiltered: false,
      format: 'ndjson',
      madeBy: 'test',
      apiKeyId: key!.id,
      now,
    });
    if ('refused' in begun) throw new Error(begun.refused);
    const given: string[] = [];
    const stopped: Record<string, number> = {};
    for await (const batch of readAudience(test.db, begun, { as: 'COLUMNS', fields: [] })) {
      given.push(...batch.rows.map(([address]) => address!));
      for (const [reason, count] of Object.entries(batch.stopped))
        stopped[reason] = (stopped[reason] ?? 0) + count;
    }
    return { given: given.toSorted(), stopped };
  };

  it.each(NOWS)(
    'at %s: hands out whom the domain lets through, and counts the others',
    async (now) => {
      const expected = verdicts(now);
      const stopped: Record<string, number> = {};
      for (const waits of expected)
        if (waits) stopped[waits.because] = (stopped[waits.because] ?? 0) + 1;
      const given = people.filter((_, n) => expected[n] === null).map(({ address }) => address);
      expect(await exported(now)).toEqual({ given, stopped });
    },
  );
});
