import {
  emailContent,
  AUDIENCE_TESTS,
  type AudienceCondition,
  comparedAs,
  isComparison,
} from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import {
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ChosenAudience,
  claimMessages,
  countAudience,
  countWithoutConsent,
  createAddressBook,
  createCampaign,
  fieldCoverage,
  importContacts,
  namedAddresses,
} from '../src/index.ts';
import { contactRows } from './contact-rows.ts';

let test: TestDatabase;
let org: Seed;
let otherBookId: string;
/** Got by some. */
let earlierId: string;
let now = new Date('2026-05-04T08:00:00.000Z');
const DAY_MS = 86_400_000;

const ALL: ChosenAudience = {
  where: [],
  anyOf: [],
  languages: null,
  topics: null,
  exceptBooks: [],
  exceptCampaigns: [],
  exceptAddresses: [],
  onlyAddresses: null,
};

interface Person {
  readonly recipientId: string;
  readonly address: string;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
}
let people: Person[];

/** Values that are easily taken for others. */
const CITIES = ['Malmö', 'malmo', 'Lund', '', ' ', '"Å" $.x', 'a\\b', "O'Hara", '100%'];
const ORDERS = ['0', '9', '10', '12.5', '-3', 'many', '1,5', ' 7 ', 'NaN'];
const BORN = ['1999-12-31', '2000-01-01', '2000-01-01T10:00', '31.12.1999', '2010'];
const LANGUAGES = ['sv', 'cs', 'de', null] as const;

beforeAll(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
  const made = await createAddressBook(test.db.sql, {
    accountId: org.accountId,
    name: 'Other',
    purpose: 'MARKETING',
    createdBy: 't',
  });
  if ('refused' in made) throw new Error(made.refused);
  otherBookId = made.addressBookId;
  await seedPeople();
  earlierId = await draft(null);
  await test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId: org.organisationId, campaignId: earlierId, now }),
  );
  await test.db.sql.rows(
    `UPDATE message m SET state = x.state, stopped_by = CASE x.state WHEN 'STOPPED' THEN 'PAUSED' END
     FROM (SELECT id, (ARRAY['SENT', 'STOPPED', 'FAILED', 'UNKNOWN', 'QUEUED'])[1 + abs(hashtext(id::text)) % 5] AS state
       FROM message) x
     WHERE m.id = x.id AND m.campaign_id = $1`,
    [earlierId],
  );
});
afterAll(() => test?.close());

/** A hundred contacts; every second is in the other book, some left, some are at rest, one was removed. */
async function seedPeople(): Promise<void> {
  const { sql } = test.db;
  const rows = Array.from({ length: 100 }, (_, i) => ({
    address: `p${i}@example.test`,
    language: LANGUAGES[i % LANGUAGES.length] ?? null,
    fields: {
      city: CITIES[i % CITIES.length]!.trim(),
      orders: ORDERS[i % ORDERS.length]!.trim(),
      born: BORN[i % BORN.length]!,
    },
  }));
  const book = { organisationId: org.organisationId, ring: org.ring };
  await importContacts(test.db, {
    now: new Date(),
    ...book,
    addressBookId: org.newsletterId,
    rows: contactRows(...rows),
  });
  const half = rows.filter((_, i) => i % 2 === 0);
  await importContacts(test.db, {
    now: new Date(),
    ...book,
    addressBookId: otherBookId,
    rows: contactRows(...half),
  });
  await sql.rows(
    `UPDATE contact SET removed_at = now() WHERE id IN
       (SELECT x.contact_id FROM contact_address x JOIN recipient r ON r.id = x.recipient_id WHERE r.address = 'p99@example.test')`,
  );
  await sql.rows(`UPDATE recipient SET address = NULL WHERE address = 'p98@example.test'`);
  // Every scope and state, several on one contact.
  await sql.rows(
    `INSERT INTO suppression (address_key, list_id, channel, scope_id, scope_kind, state, since)
     SELECT r.address_key, $1, 'EMAIL', s.scope_id, s.kind, s.state, now() FROM recipient r
     CROSS JOIN LATERAL (VALUES
       (3, 'TOPIC', $2::uuid, 'OPTED_OUT'), (4, 'TOPIC', $3::uuid, 'OPTED_OUT'), (5, 'BOOK', $4::uuid, 'OPTED_OUT'),
       (6, 'BOOK', $5::uuid, 'OPTED_OUT'), (7, 'ACCOUNT', $6::uuid, 'PAUSED'), (11, 'ORGANISATION', $1::uuid, 'OPTED_OUT')
     ) AS s(every, kind, scope_id, state)
     WHERE hashtext(r.address || s.kind || s.scope_id) % s.every = 0`,
    [
      org.organisationId,
      org.newsTopicId,
      org.eventsTopicId,
      org.newsletterId,
      otherBookId,
      org.accountId,
    ],
  );
  await sql.rows(
    `INSERT INTO recipient_preference (recipient_id, account_id, frequency, snoozed_until, language, changed_at)
     SELECT r.id, $1, (ARRAY['EVERY', 'WEEKLY', 'DAILY', 'MONTHLY'])[1 + abs(hashtext(r.address)) % 4],
       CASE WHEN hashtext(r.address) % 5 = 0 THEN $2::timestamptz END,
       CASE WHEN hashtext(r.address) % 3 = 0 THEN 'cs' END, $2
     FROM recipient r WHERE hashtext(r.address) % 2 = 0`,
    [org.accountId, new Date(now.getTime() + 20 * DAY_MS)],
  );
  people = await sql.rows(
    `SELECT k.recipient_id AS "recipientId", coalesce(r.address, 'p98@example.test') AS address,
       coalesce(p.language, k.language) AS language, k.fields
     FROM book_address k JOIN recipient r ON r.id = k.recipient_id
     LEFT JOIN recipient_preference p ON p.recipient_id = r.id
     WHERE k.address_book_id = $1`,
    [org.newsletterId],
  );
}

const keyOf = (address: string): Buffer => addressKey(org.ring, 'EMAIL', address);

async function create(audience: ChosenAudience | null, topicId: string | null = null) {
  return test.db.transaction((sql) =>
    createCampaign(sql, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      topicId,
      audience,
      name: 'To some',
      content: emailContent({ subject: { en: 'x' }, mjml: {} }),
      createdBy: 't',
    }),
  );
}

async function draft(audience: ChosenAudience | null, topicId?: string | null): Promise<string> {
  const made = await create(audience, topicId);
  if ('refused' in made) throw new Error(made.refused);
  return made.campaignId;
}

async function audienceOf(campaignId: string): Promise<string[]> {
  const rows = await test.db.sql.rows<{ id: string }>(
    'SELECT recipient_id AS id FROM campaign_audience($1)',
    [campaignId],
  );
  return rows.map(({ id }) => id).sort();
}

/** What a condition means, said a second time. */
function meets(fields: Person['fields'], { field, is, value }: AudienceCondition): boolean {
  const own = fields[field] ?? '';
  const given = value ?? '';
  if (is === 'EXISTS') return own.trim() !== '';
  if (is === 'MISSING') return own.trim() === '';
  if (is === 'EQUALS') return own === given;
  if (is === 'NOT_EQUALS') return own !== given;
  if (is === 'CONTAINS') return own.toLowerCase().includes(given.toLowerCase());
  const asNumber = comparedAs(given) === 'NUMBER';
  const looksRight = asNumber ? /^\s*-?\d+(\.\d+)?\s*$/ : /^\d{4}-\d{2}-\d{2}/;
  if (!looksRight.test(own)) return false;
  const [a, b] = asNumber ? [Number(own), Number(given)] : [own, given];
  if (is === 'GREATER') return a > b;
  if (is === 'AT_LEAST') return a >= b;
  return is === 'LESS' ? a < b : a <= b;
}

const condition = fc
  .constantFrom(...AUDIENCE_TESTS)
  .chain((is): fc.Arbitrary<AudienceCondition> => {
    if (is === 'EXISTS' || is === 'MISSING')
      return fc.record({
        field: fc.constantFrom('city', 'orders', 'born'),
        is: fc.constant(is),
        value: fc.constant(null),
      });
    if (isComparison(is))
      return fc
        .constantFrom(['orders', '9'], ['orders', '-3'], ['orders', '10.0'], ['born', '2000-01-01'])
        .map(([field, value]) => ({ field, is, value }));
    return fc
      .record({
        field: fc.constantFrom('city', 'orders'),
        value: fc.constantFrom(...CITIES.filter((city) => city.trim() !== ''), 'M', '"', '.', '%'),
      })
      .map(({ field, value }) => ({ field, is, value }));
  });

const indexes = fc.uniqueArray(fc.nat(130), { minLength: 1, maxLength: 40 });
/** Most audiences have one or two parts: with all of them nobody would be left. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary, weight: 1 });
const chosen = fc.record({
  where: sometimes(fc.array(condition, { minLength: 1, maxLength: 2 })).map((all) => all ?? []),
  anyOf: sometimes(fc.array(condition, { minLength: 1, maxLength: 3 })).map((any) => any ?? []),
  languages: sometimes(fc.subarray(['sv', 'cs', 'en'], { minLength: 1 })),
  topics: sometimes(fc.subarray([0, 1], { minLength: 1 })),
  exceptBook: sometimes(fc.constant(true)),
  exceptCampaign: sometimes(fc.constant(true)),
  except: sometimes(indexes),
  only: sometimes(indexes),
  topic: fc.constantFrom(null, 0, 1),
});

describe('a campaign’s audience', () => {
  it('is the same for the check, the count and the release, and the gate stops what was counted', async () => {
    const { sql } = test.db;
    const topics = [org.newsTopicId, org.eventsTopicId];
    const left = await sql.rows<{ id: string; topicId: string }>(
      `SELECT r.id, s.scope_id AS "topicId" FROM suppression s JOIN recipient r ON r.address_key = s.address_key
       WHERE s.scope_kind = 'TOPIC'`,
    );
    const inOther = await sql.rows<{ id: string }>(
      'SELECT recipient_id AS id FROM book_address WHERE address_book_id = $1',
      [otherBookId],
    );
    const gotEarlier = await sql.rows<{ id: string }>(
      `SELECT recipient_id AS id FROM message WHERE campaign_id = $1 AND state NOT IN ('STOPPED', 'FAILED')`,
      [earlierId],
    );
    const others = new Set(inOther.map(({ id }) => id));
    const earlier = new Set(gotEarlier.map(({ id }) => id));
    const seen = new Set<string>();
    const narrowedBy = new Set<string>();
    await fc.assert(
      fc.asyncProperty(chosen, async (pick) => {
        now = new Date(now.getTime() + 0.4 * DAY_MS);
        const addresses = (of: readonly number[]): string[] => of.map((i) => `p${i}@example.test`);
        const topicIds = pick.topics?.map((i) => topics[i]!) ?? null;
        const campaignId = await draft(
          {
            where: pick.where,
            anyOf: pick.anyOf,
            languages: pick.languages,
            topics: topicIds,
            exceptBooks: pick.exceptBook ? [otherBookId] : [],
            exceptCampaigns: pick.exceptCampaign ? [earlierId] : [],
            exceptAddresses: addresses(pick.except ?? []).map(keyOf),
            onlyAddresses: pick.only && addresses(pick.only).map(keyOf),
          },
          pick.topic === null ? null : topics[pick.topic],
        );
        const meant = people.filter(
          ({ recipientId, address, language, fields }) =>
            pick.where.every((each) => meets(fields, each)) &&
            (pick.anyOf.length === 0 || pick.anyOf.some((each) => meets(fields, each))) &&
            (pick.languages === null || pick.languages.includes(language ?? 'en')) &&
            (topicIds === null ||
              topicIds.some(
                (id) => !left.some((each) => each.id === recipientId && each.topicId === id),
              )) &&
            !(pick.exceptBook && others.has(recipientId)) &&
            !(pick.exceptCampaign && earlier.has(recipientId)) &&
            !addresses(pick.except ?? []).includes(address) &&
            (pick.only === null || addresses(pick.only).includes(address)),
        );
        if (meant.length > 0)
          for (const [part, given] of Object.entries(pick))
            if (given !== null && !(Array.isArray(given) && given.length === 0))
              narrowedBy.add(part);
        const ids = meant.map(({ recipientId }) => recipientId).sort();
        expect(await audienceOf(campaignId)).toEqual(ids);
        const coverage = await fieldCoverage(sql, {
          campaignId,
          languages: ['sv', 'cs'],
          fallback: 'en',
          fields: [],
        });
        expect([...coverage.values()].reduce((sum, { contacts }) => sum + contacts, 0)).toBe(
          ids.length,
        );
        const count = await countAudience(sql, campaignId, now);
        expect(count.total).toBe(ids.length);
        const released = await test.db.transaction((tx) =>
          releaseDraft(tx, { organisationId: org.organisationId, campaignId, now }),
        );
        expect(released).toEqual({ queued: ids.length });
        const queued = await sql.rows<{ id: string }>(
          'SELECT recipient_id AS id FROM message WHERE campaign_id = $1',
          [campaignId],
        );
        expect(queued.map(({ id }) => id).sort()).toEqual(ids);
        const claimed = await claimMessages(sql, {
          campaignId,
          limit: 1_000,
          now,
          leaseUntil: new Date(now.getTime() + 60_000),
        });
        expect(claimed).toHaveLength(count.reachable);
        const kept = await sql.rows<{ reason: string; count: number }>(
          `SELECT stopped_by AS reason, count(*)::int AS count FROM message
           WHERE campaign_id = $1 AND state <> 'HANDING_OVER' GROUP BY 1 ORDER BY 2 DESC, 1`,
          [campaignId],
        );
        expect(count.stopped).toEqual(kept);
        for (const { reason } of count.stopped) seen.add(reason);
      }),
      { numRuns: 100 },
    );
    expect([...narrowedBy].sort()).toEqual(Object.keys(fc.sample(chosen, 1)[0]!).sort());
    expect([...seen].sort()).toEqual([
      'CONTACT_REMOVED',
      'FREQUENCY_CAP',
      'OPTED_OUT',
      'PAUSED',
      'SNOOZED',
    ]);
  }, 120_000);

  it('leaves out whoever is imported later under an address that it leaves out', async () => {
    const address = 'late@example.test';
    const campaignId = await draft({ ...ALL, exceptAddresses: [keyOf(address)] });
    const before = await audienceOf(campaignId);
    await importContacts(test.db, {
      now: new Date(),
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      rows: contactRows(address),
      ring: org.ring,
    });
    expect(await audienceOf(campaignId)).toEqual(before);
    expect(await audienceOf(await draft(null))).toHaveLength(before.length + 1);
  });

  it('tells how many of the addresses that it names are not in the book, and keeps them as keys until the release', async () => {
    const campaignId = await draft({
      ...ALL,
      onlyAddresses: ['p1@example.test', 'p99@example.test', 'nobody@example.test'].map(keyOf),
      exceptAddresses: [keyOf('p2@example.test')],
    });
    expect(await namedAddresses(test.db.sql, campaignId)).toEqual([
      { choice: 'EXCEPT', given: 1, notInBook: 0 },
      { choice: 'ONLY', given: 3, notInBook: 2 },
    ]);
    const [row] = await test.db.sql.rows<{ text: string }>(
      'SELECT c::text AS text FROM campaign c WHERE id = $1',
      [campaignId],
    );
    expect(row!.text).not.toContain('@example.test');
    await test.db.transaction((sql) =>
      releaseDraft(sql, { organisationId: org.organisationId, campaignId, now }),
    );
    expect(await namedAddresses(test.db.sql, campaignId)).toEqual([]);
  });

  it.each([
    ['nothing at all', { anyOf: [{ field: 'city', is: 'EXISTS', value: null }] }, null],
    [
      'an unknown field',
      { where: [{ field: 'shoe_size', is: 'MISSING', value: null }] },
      { refused: 'field-unknown', field: 'shoe_size', known: ['born', 'city', 'orders'] },
    ],
    [
      'a field that is no number',
      { anyOf: [{ field: 'city', is: 'GREATER', value: '3' }] },
      { refused: 'field-not-comparable', field: 'city', as: 'NUMBER' },
    ],
    [
      'a field that is no day',
      { where: [{ field: 'orders', is: 'LESS', value: '2000-01-01' }] },
      { refused: 'field-not-comparable', field: 'orders', as: 'DAY' },
    ],
    ['another topic', { topics: [randomUUID()] }, { refused: 'audience-topic-not-found' }],
    ['another book', { exceptBooks: [randomUUID()] }, { refused: 'audience-book-not-found' }],
    [
      'another campaign',
      { exceptCampaigns: [randomUUID()] },
      { refused: 'audience-campaign-not-found' },
    ],
  ] as const)('is refused for %s', async (_what, more, refusal) => {
    const made = await create({ ...ALL, ...more });
    if (refusal === null) expect(made).toHaveProperty('campaignId');
    else expect(made).toEqual(refusal);
  });

  it('of marketing shows who is there for something else and agreed to nothing', async () => {
    const { sql } = test.db;
    const { organisationId, ring } = org;
    const addresses = ['ann@example.test', 'bo@example.test', 'cy@example.test'];
    const into = (addressBookId: string) =>
      importContacts(test.db, {
        now: new Date(),
        organisationId,
        addressBookId,
        rows: contactRows(...addresses),
        ring,
      });
    await into(org.newsletterId);
    const campaignId = await draft({ ...ALL, onlyAddresses: addresses.slice(0, 2).map(keyOf) });
    expect(await countWithoutConsent(sql, campaignId)).toBe(0);
    await into(org.staffId);
    expect(await countWithoutConsent(sql, campaignId)).toBe(2);
    await sql.rows(
      `INSERT INTO consent_record (organisation_id, account_id, recipient_id, list_id, address_key, channel, scope_kind, scope_id,
         scope_name, consent_text, source, obtained_at, outcome, recorded_at, recorded_by)
       SELECT organisation_id, $1, id, organisation_id, address_key, 'EMAIL', 'BOOK', $2, 'b', 'Yes', 'Shop', now(), 'RECORDED', now(), 't'
       FROM recipient WHERE address = $3`,
      [org.accountId, org.newsletterId, addresses[0]],
    );
    expect(await countWithoutConsent(sql, campaignId)).toBe(1);
  });
});

describe('the table of campaigns', () => {
  it.each([
    [`UPDATE campaign SET audience = '[]' WHERE id = $1`, /campaign_audience_check/],
    [
      `UPDATE campaign SET attribution = 'BOOK' WHERE id = $1 AND audience IS NOT NULL`,
      /audience_is_filtered/,
    ],
    [
      `UPDATE campaign SET audience = NULL, attribution = 'BOOK', audience_path = '$.a == 1' WHERE id = $1`,
      /audience_path_is_of_audience/,
    ],
    [
      `INSERT INTO campaign_address (campaign_id, choice, address_key) VALUES ($1, 'SOME', sha256('x'))`,
      /choice_check/,
    ],
    [
      `INSERT INTO campaign_address (campaign_id, choice, address_key) VALUES ($1, 'ONLY', 'a@b.c')`,
      /address_key_check/,
    ],
  ])('refuses %s', async (statement, error) => {
    const campaignId = await draft({ ...ALL, languages: ['sv'] });
    await expect(test.db.sql.rows(statement, [campaignId])).rejects.toThrow(error);
  });
});
