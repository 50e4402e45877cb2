import {
  type Channel,
  CHANNELS,
  judgeMessage,
  type Purpose,
  PURPOSES,
  SCOPE_KINDS,
  type ScopeKind,
  SUPPRESSION_STATES,
  type SuppressionState,
} from '@adieu/domain';
import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAccount,
  createAddressBook,
  createTopic,
  mayContactMany,
  readAudience,
  startExport,
} from '../src/index.ts';

interface Account {
  readonly accountId: string;
  readonly keepsOwnList: boolean;
  readonly topics: readonly string[];
  readonly books: Readonly<Record<Purpose, string>>;
}

let test: TestDatabase;
let org: Seed;
let accounts: Account[];
let apiKeyId: string;
const now = new Date('2026-05-04T08:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  accounts = await Promise.all([makeAccount('Shared', false), makeAccount('Own list', true)]);
  const [key] = await test.db.sql.rows<{ id: string }>('SELECT id FROM api_key LIMIT 1');
  apiKeyId = key!.id;
});
afterAll(() => test?.close());

async function makeAccount(name: string, keepsOwnList: boolean): Promise<Account> {
  const { sql } = test.db;
  const accountId = await createAccount(sql, {
    organisationId: org.organisationId,
    name,
    senderAddress: 'a@example.test',
    defaultLanguage: 'en',
    keepsOwnList,
  });
  const topics = await Promise.all(
    ['One', 'Two'].map((topic) => createTopic(sql, { accountId, name: topic })),
  );
  const bookOf = async (purpose: Purpose): Promise<string> => {
    const made = await createAddressBook(sql, {
      accountId,
      name: purpose,
      purpose,
      createdBy: 't',
    });
    if ('refused' in made) throw new Error(made.refused);
    return made.addressBookId;
  };
  const [MARKETING, SERVICE, TRANSACTIONAL] = await Promise.all(PURPOSES.map(bookOf));
  return {
    accountId,
    keepsOwnList,
    topics,
    books: { MARKETING: MARKETING!, SERVICE: SERVICE!, TRANSACTIONAL: TRANSACTIONAL! },
  };
}

/** A message's way, and the rows that stand for its address, by number: the ids are drawn from what the database has. */
interface Case {
  readonly account: number;
  readonly book: Purpose;
  readonly topic: number | null;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly rows: readonly {
    /** Whether it stands in the list, is on the channel, and is about the scope that count for the message. */
    readonly ofList: boolean;
    readonly ofChannel: boolean;
    readonly ofScope: boolean;
    readonly kind: ScopeKind;
    readonly other: number;
    readonly state: SuppressionState;
    readonly hour: number;
  }[];
}

/** Mostly true, so that several rows often cover one message. */
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false));

const anyCase: fc.Arbitrary<Case> = fc.record({
  account: fc.nat(1),
  book: fc.constantFrom(...PURPOSES),
  topic: fc.option(fc.nat(1)),
  purpose: fc.constantFrom(...PURPOSES),
  channel: fc.constantFrom(...CHANNELS),
  rows: fc.array(
    fc.record({
      ofList: mostly,
      ofChannel: mostly,
      ofScope: mostly,
      kind: fc.constantFrom(...SCOPE_KINDS),
      other: fc.nat(11),
      state: fc.constantFrom(...SUPPRESSION_STATES),
      hour: fc.nat(5),
    }),
    { maxLength: 6 },
  ),
});

/** The scopes of a kind that there are, ours and others: a row may be about any of them. */
function scopesOf(kind: ScopeKind): string[] {
  switch (kind) {
    case 'TOPIC':
      return accounts.flatMap(({ topics }) => topics);
    case 'BOOK':
      return accounts.flatMap(({ books }) => Object.values(books));
    case 'ACCOUNT':
      return [...accounts.map(({ accountId }) => accountId), org.accountId];
    case 'ORGANISATION':
      return [org.organisationId];
  }
}

interface Laid {
  readonly key: Buffer;
  readonly path: Case;
  readonly rows: {
    listId: string;
    channel: Channel;
    scopeKind: ScopeKind;
    scopeId: string;
    state: SuppressionState;
    since: Date;
    requestId: null;
  }[];
}

function lay(path: Case): Laid {
  const { accountId, keepsOwnList, topics, books } = accounts[path.account]!;
  const { organisationId } = org;
  const lists = [organisationId, ...accounts.map((each) => each.accountId)];
  const own = {
    TOPIC: topics[path.topic ?? 0]!,
    BOOK: books[path.book],
    ACCOUNT: accountId,
    ORGANISATION: organisationId,
  };
  const rows = new Map<string, Laid['rows'][number]>();
  for (const { ofList, ofChannel, ofScope, kind, other, state, hour } of path.rows) {
    const right = keepsOwnList ? accountId : organisationId;
    const scopes = scopesOf(kind);
    const channel = ofChannel ? path.channel : CHANNELS.find((each) => each !== path.channel)!;
    const row = {
      listId: ofList ? right : lists[other % lists.length]!,
      channel,
      scopeKind: kind,
      scopeId: ofScope ? own[kind] : scopes[other % scopes.length]!,
      state,
      since: new Date(now.getTime() + hour * 3_600_000),
      requestId: null,
    };
    rows.set([row.listId, channel, row.scopeId].join(), row);
  }
  return { key: randomBytes(32), path, rows: [...rows.values()] };
}

async function write(laid: readonly Laid[]): Promise<void> {
  const rows = laid.flatMap(({ key, rows: of }) => of.map((row) => ({ key, ...row })));
  await test.db.sql.rows(
    `INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since)
     SELECT * FROM unnest($1::bytea[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])`,
    [
      rows.map(({ key }) => key),
      rows.map(({ listId }) => listId),
      rows.map(({ channel }) => channel),
      rows.map(({ scopeId }) => scopeId),
      rows.map(({ scopeKind }) => scopeKind),
      rows.map(({ state }) => state),
      rows.map(({ since }) => since),
    ],
  );
}

/** What the domain says of a case, given the rows of the list and the channel that count. */
function verdict({ path, rows }: Laid, purpose: Purpose, topic: number | null) {
  const { accountId, keepsOwnList, topics, books } = accounts[path.account]!;
  const list = keepsOwnList ? accountId : org.organisationId;
  const mine = rows.filter(({ listId, channel }) => listId === list && channel === path.channel);
  return judgeMessage(mine, {
    purpose,
    organisationId: org.organisationId,
    accountId,
    bookId: books[path.book],
    topicId: topic === null ? null : topics[topic]!,
  });
}

const reasonOf = (answer: ReturnType<typeof judgeMessage>): string | null =>
  answer.allowed ? null : answer.because;

describe('the law in SQL is the law of the domain, for thousands of random cases (I-4)', () => {
  it('in covering_suppressions, as the hand-over asks it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCase, { minLength: 100, maxLength: 400 }), async (cases) => {
        const laid = cases.map(lay);
        await write(laid);
        const asked = laid.map(({ key, path }) => {
          const { accountId, keepsOwnList, topics, books } = accounts[path.account]!;
          return {
            key: key.toString('hex'),
            list: keepsOwnList ? accountId : org.organisationId,
            channel: path.channel,
            purpose: path.purpose,
            account: accountId,
            book: books[path.book],
            topic: path.topic === null ? null : topics[path.topic],
          };
        });
        const answered = await test.db.sql.rows<{ state: string | null }>(
          `SELECT (SELECT s.state FROM covering_suppressions(decode(q.key, 'hex'), q.list, q.channel, q.purpose, $2,
             q.account, q.book, q.topic) s ORDER BY s.state = 'PAUSED', s.since LIMIT 1) AS state
           FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
             AS (key text, list uuid, channel text, purpose text, account uuid, book uuid, topic uuid))
             WITH ORDINALITY q ORDER BY q.ordinality`,
          [JSON.stringify(asked), org.organisationId],
        );
        expect(answered.map(({ state }) => state)).toEqual(
          laid.map((each) => reasonOf(verdict(each, each.path.purpose, each.path.topic))),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('in mayContactMany, with the same decisive row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCase, { minLength: 1, maxLength: 200 }),
        anyCase,
        async (cases, path) => {
          const laid = cases.map(({ rows }) => lay({ ...path, rows }));
          await write(laid);
          const { accountId, topics, books } = accounts[path.account]!;
          const judged = await mayContactMany(
            test.db.sql,
            {
              organisationId: org.organisationId,
              channel: path.channel,
              addressBookId: books[path.book],
              topicId: path.topic === null ? null : topics[path.topic]!,
              accountId,
              purpose: path.purpose,
              now,
            },
            laid.map(({ key }) => key),
          );
          if ('refused' in judged) throw new Error(judged.refused);
          const decisive = (answer: ReturnType<typeof judgeMessage>) =>
            'decisive' in answer ? [answer.because, answer.decisive.since] : answer.because;
          expect(judged.answers.map(decisive)).toEqual(
            laid.map((each) => decisive(verdict(each, path.purpose, path.topic))),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('in an audience export: each contact once, handed out or counted by its decisive reason', async () => {
    const { sql } = test.db;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCase, { minLength: 1, maxLength: 200 }),
        anyCase,
        fc.constantFrom('EMAIL', 'SMS', 'ANY'),
        async (cases, way, use) => {
          const laid = cases.map(({ rows, channel }) => lay({ ...way, rows, channel }));
          await write(laid);
          const { accountId, topics, books } = accounts[way.account]!;
          const bookId = books[way.book];
          await sql.rows('DELETE FROM contact');
          await sql.rows(
            `WITH people AS (
               INSERT INTO recipient (organisation_id, channel, address_key, address)
               SELECT $1, c, k, encode(k, 'hex') || '@example.test' FROM unnest($2::bytea[], $3::text[]) x(k, c) RETURNING id
             ) INSERT INTO contact (address_book_id, recipient_id) SELECT $4, id FROM people`,
            [
              org.organisationId,
              laid.map(({ key }) => key),
              laid.map(({ path }) => path.channel),
              bookId,
            ],
          );
          const topicId = way.topic === null ? null : topics[way.topic]!;
          const started = await startExport(sql, {
            organisationId: org.organisationId,
            addressBookId: bookId,
            topicId,
            use,
            purpose: null,
            unfiltered: false,
            format: 'CSV',
            madeBy: 'test',
            apiKeyId,
            now,
          });
          if ('refused' in started) throw new Error(started.refused);
          expect(started.path.accountId).toBe(accountId);
          const given: string[] = [];
          const stopped: Record<string, number> = {};
          for await (const batch of readAudience(test.db, started, { as: 'COLUMNS', fields: [] })) {
            for (const [address] of batch.rows) given.push(address!);
            for (const [reason, count] of Object.entries(batch.stopped))
              stopped[reason] = (stopped[reason] ?? 0) + count;
          }
          const asked = laid.filter(({ path }) => use === 'ANY' || path.channel === use);
          const judged = asked.map((each) => ({
            address: `${each.key.toString('hex')}@example.test`,
            reason: reasonOf(verdict(each, way.book, way.topic)),
          }));
          expect(given.toSorted()).toEqual(
            judged
              .filter(({ reason }) => reason === null)
              .map(({ address }) => address)
              .toSorted(),
          );
          const expected: Record<string, number> = {};
          for (const { reason } of judged)
            if (reason !== null) expected[reason] = (expected[reason] ?? 0) + 1;
          expect(stopped).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});
