import { randomBytes } from 'node:crypto';
import { type GateAnswer, judgeGate, MESSAGE_STOPS } from '@adieu/domain';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askTogether,
  claimHeld,
  claimMessages,
  claimTestMail,
  countAudience,
  createAccount,
  createAddressBook,
  mayContact,
  mayContactMany,
  readAudience,
  startExport,
  type Sql,
} from '../../src/index.ts';
import { anyPerson, anyWay, type DrawnPerson, type DrawnWay } from './draw.ts';
import {
  type Account,
  after,
  campaign,
  layPeople,
  layWay,
  type Person,
  setArchived,
  type Way,
} from './lay.ts';
import { allowAnyAgreement } from './lay-sign-up.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const leaseUntil = after(now, 1)!;
const LIMIT = 1_000;

let test: TestDatabase;
let org: Seed;
let accounts: Account[];
let apiKeyId: string;
/** Of each account: campaigns that sent and hold something, for the recipients' periods; the last is of a third account. */
let earlier: { sentBy: string; heldBy: string }[];

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  await allowAnyAgreement(test);
  accounts = [await account('Shared', false), await account('Own list', true)];
  const all = [...accounts, { accountId: org.accountId }];
  earlier = await Promise.all(all.map(({ accountId }) => campaignsOf(accountId)));
  const [key] = await test.db.sql.rows<{ id: string }>('SELECT id FROM api_key LIMIT 1');
  apiKeyId = key!.id;
});
afterAll(() => test?.close());

async function account(name: string, keepsOwnList: boolean): Promise<Account> {
  const accountId = await createAccount(test.db.sql, {
    organisationId: org.organisationId,
    name,
    sender: { name: '', address: 'a@example.test' },
    defaultLanguage: 'en',
    keepsOwnList,
  });
  return { accountId, keepsOwnList };
}

async function campaignsOf(accountId: string): Promise<{ sentBy: string; heldBy: string }> {
  const made = await createAddressBook(test.db.sql, {
    accountId,
    name: 'Earlier',
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  const of = { accountId, ...made };
  return { sentBy: await campaign(test, org, of, 'SENT'), heldBy: await campaign(test, org, of) };
}

interface Asked {
  readonly way: Way;
  readonly account: Account;
  readonly people: readonly Person[];
}

/** Which of what stands against a message a caller asks for. */
interface Of {
  readonly removal: boolean;
  readonly choices: boolean;
  readonly queued: boolean;
}

const undeliverableSince = ({ drawn: { undeliverableHours: hours } }: Person): Date | null =>
  after(now, hours === null ? null : -hours);

/** What the domain says: the oracle. */
function verdict({ way, account: { keepsOwnList } }: Asked, person: Person, of: Of): GateAnswer {
  const { drawn } = person;
  const list = keepsOwnList ? way.accountId : way.organisationId;
  const choice = {
    frequency: drawn.frequency,
    snoozedUntil: after(now, drawn.snoozedHours),
    lastAt:
      drawn.sentByOther || drawn.sentHoursAgo === null ? null : after(now, -drawn.sentHoursAgo),
    waitsBehindHeld: of.queued && drawn.held,
  };
  return judgeGate({
    removed: of.removal && (drawn.removed || drawn.erased),
    archived: way.archived,
    undeliverableSince: undeliverableSince(person),
    rows: person.rows.filter(({ listId, channel }) => listId === list && channel === 'EMAIL'),
    path: { ...way, bookId: way.addressBookId },
    ...(of.choices && { signUps: person.signUps, chosen: { choice, now } }),
  });
}

const reasonOf = (answer: GateAnswer): string | null => (answer.allowed ? null : answer.because);
/** Reason, and what comes with it: when it may go, or since when what decided stands. */
const shown = (answer: GateAnswer) => [
  answer.because,
  'nextAllowedAt' in answer
    ? answer.nextAllowedAt
    : 'decisive' in answer
      ? answer.decisive.since
      : null,
  'pausedUntil' in answer ? answer.pausedUntil : null,
  'undeliverableSince' in answer ? answer.undeliverableSince : null,
];
const counted = (reasons: readonly (string | null)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const reason of reasons) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

/** Lays a way and people as drawn, asks, and takes the archiving back. */
async function asking(
  drawn: DrawnWay,
  people: readonly DrawnPerson[],
  ask: (asked: Asked) => Promise<void>,
): Promise<void> {
  const of = accounts[drawn.account]!;
  const way = await layWay(test, org, of, drawn);
  const others = {
    ...earlier[drawn.account]!,
    accountId: org.accountId,
    sentByOther: earlier[2]!.sentBy,
  };
  const laid = await layPeople(test, way, of, others, people, now);
  await setArchived(test, way, drawn, now);
  try {
    await ask({ way, account: of, people: laid });
  } finally {
    await setArchived(test, way, drawn, null);
  }
}

const property = (ask: (asked: Asked) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(anyWay, fc.array(anyPerson, { minLength: 1, maxLength: 40 }), (way, people) =>
      asking(way, people, ask),
    ),
    { numRuns: 30 },
  );

class TakenBack extends Error {}

/** Queues a message of the campaign for everybody, lets a claim judge them, gives what each became, and takes it back. */
async function claimed(
  { way, people }: Asked,
  state: 'QUEUED' | 'HELD',
  claim: (sql: Sql) => Promise<unknown>,
): Promise<{ state: string; stoppedBy: string | null; dueAt: Date }[]> {
  let found: { state: string; stoppedBy: string | null; dueAt: Date }[] = [];
  await test.db
    .transaction(async (sql) => {
      await sql.rows(
        `INSERT INTO message (campaign_id, recipient_id, contact_id, state, due_at, changed_at)
         SELECT $1, r, k, $4, $5, $5 FROM unnest($2::uuid[], $3::uuid[]) x(r, k)`,
        [
          way.campaignId,
          people.map(({ recipientId }) => recipientId),
          people.map(({ contactId }) => contactId),
          state,
          now,
        ],
      );
      await claim(sql);
      found = await sql.rows(
        `SELECT m.state, m.stopped_by AS "stoppedBy", m.due_at AS "dueAt" FROM unnest($2::uuid[]) WITH ORDINALITY x(r, nth)
         JOIN message m ON m.campaign_id = $1 AND m.recipient_id = x.r ORDER BY x.nth`,
        [way.campaignId, people.map(({ recipientId }) => recipientId)],
      );
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return found;
}

/** What a message becomes: held where it only comes too early, else stopped. */
function became(answer: GateAnswer, held: readonly string[]) {
  if (answer.allowed) return { state: 'HANDING_OVER', stoppedBy: null, dueAt: now };
  const isHeld = 'nextAllowedAt' in answer && held.includes(answer.because);
  return {
    state: isHeld ? 'HELD' : 'STOPPED',
    stoppedBy: answer.because,
    dueAt: isHeld ? answer.nextAllowedAt : now,
  };
}

describe('the gate in SQL is the law of the domain, for thousands of random cases (I-4, W-2)', () => {
  it('at the hand-over', () =>
    property(async (asked) => {
      const of = { removal: true, choices: true, queued: true };
      const claim = (sql: Sql) =>
        claimMessages(sql, { campaignId: asked.way.campaignId, limit: LIMIT, now, leaseUntil });
      expect(await claimed(asked, 'QUEUED', claim)).toEqual(
        asked.people.map((each) => became(verdict(asked, each, of), ['FREQUENCY_CAP'])),
      );
    }));

  it('at the hand-over of what was held', () =>
    property(async (asked) => {
      const of = { removal: true, choices: true, queued: false };
      const claim = (sql: Sql) => claimHeld(sql, { limit: LIMIT, now, leaseUntil });
      expect(await claimed(asked, 'HELD', claim)).toEqual(
        asked.people.map((each) => became(verdict(asked, each, of), ['FREQUENCY_CAP', 'SNOOZED'])),
      );
    }));

  it('where a draft’s audience is counted', () =>
    property(async (asked) => {
      const of = { removal: true, choices: true, queued: true };
      const inBook = asked.people.filter(({ drawn }) => !drawn.removed);
      const reasons = inBook.map((each) => reasonOf(verdict(asked, each, of)));
      const count = await countAudience(test.db.sql, asked.way.campaignId, now);
      expect(Object.fromEntries(count.stopped.map((each) => [each.reason, each.count]))).toEqual(
        counted(reasons),
      );
      expect([count.total, count.reachable]).toEqual([
        inBook.length,
        reasons.filter((reason) => reason === null).length,
      ]);
    }));

  it('in an audience export: each contact once, handed out or counted by its reason', () =>
    property(async (asked) => {
      const { way } = asked;
      const started = await startExport(test.db.sql, {
        ...way,
        use: 'ANY',
        purpose: null,
        unfiltered: false,
        format: 'CSV',
        madeBy: 'test',
        apiKeyId,
        now,
      });
      if ('refused' in started) {
        expect([way.archived, started.refused]).toEqual([true, expect.stringMatching('not-found')]);
        return;
      }
      const given: string[] = [];
      const stopped: Record<string, number> = {};
      for await (const batch of readAudience(test.db, started, { as: 'COLUMNS', fields: [] })) {
        given.push(...batch.rows.map(([address]) => address!));
        for (const [reason, n] of Object.entries(batch.stopped))
          stopped[reason] = (stopped[reason] ?? 0) + n;
      }
      const judged = asked.people
        .filter(({ drawn }) => !drawn.removed && !drawn.erased)
        .map((each) => ({
          address: `${each.key.toString('hex')}@example.test`,
          reason: reasonOf(verdict(asked, each, { removal: false, choices: true, queued: false })),
        }));
      const free = judged.filter(({ reason }) => reason === null);
      expect(given.toSorted()).toEqual(free.map(({ address }) => address).toSorted());
      expect(stopped).toEqual(counted(judged.map(({ reason }) => reason)));
    }));

  it('for test mails, which ask for no choice of their reader', () =>
    property(async (asked) => {
      const { way, people } = asked;
      const mails = await test.db.sql.rows<{ id: string }>(
        `INSERT INTO test_mail (campaign_id, account_id, recipient_id, asked_at, asked_by)
         SELECT $1, $2, r, $4, 'test' FROM unnest($3::uuid[]) r RETURNING id`,
        [way.campaignId, way.accountId, people.map(({ recipientId }) => recipientId), now],
      );
      const went: boolean[] = [];
      for (const { id } of mails) went.push((await claimTestMail(test.db, id, now)) !== null);
      const of = { removal: false, choices: false, queued: false };
      expect(went).toEqual(
        people.map((each) => verdict(asked, each, of).allowed && !each.drawn.erased),
      );
    }));

  it('in mayContactMany and mayContact, with when it may go and since when what decides stands', () =>
    property(async (asked) => {
      const { way, people } = asked;
      const of = { removal: false, choices: true, queued: false };
      const path = { ...way, channel: 'EMAIL', purpose: null, accountId: null, now } as const;
      // Nobody wrote to the last one ever, so that nothing but the way can stand against it.
      const keys = [...people.map(({ key }) => key), randomBytes(32)];
      const expected = [
        ...people.map((each) => shown(verdict(asked, each, of))),
        shown(judgeGate({ ...way, removed: false, rows: [], path: { ...way, bookId: null } })),
      ];
      const judged = await mayContactMany(test.db.sql, path, keys);
      if ('refused' in judged) throw new Error(judged.refused);
      expect(judged.answers.map(shown)).toEqual(expected);
      const ask = askTogether(() => test.db.sql);
      const together = await Promise.all(keys.map((addressKey) => ask({ ...path, addressKey })));
      expect(together.map((each) => 'answer' in each && shown(each.answer))).toEqual(expected);
      for (const nth of [0, people.length]) {
        const alone = await mayContact(test.db.sql, { ...path, addressKey: keys[nth]! });
        if ('refused' in alone) throw new Error(alone.refused);
        expect(shown(alone.answer)).toEqual(expected[nth]);
      }
    }));
});

it('a message may be stopped by what the domain names, and by nothing else', async () => {
  const [check] = await test.db.sql.rows<{ reasons: string[] }>(
    `SELECT array(SELECT m[1] FROM regexp_matches(pg_get_constraintdef(oid), '''([A-Z_]+)''', 'g') m) AS reasons
     FROM pg_constraint WHERE conname = 'message_stopped_by_check'`,
  );
  expect(check!.reasons).toEqual([...MESSAGE_STOPS]);
});
