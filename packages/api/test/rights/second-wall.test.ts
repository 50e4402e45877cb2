import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../../src/graphql/areas.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import { foreign, openWorld, theirs } from '../bad-input/open-world.ts';
import { house } from '../bad-input/world.ts';
import { type RootField, rootFields } from '@adieu/testkit/graphql';
import { askField } from './ask-field.ts';
import { argumentsWith, idPositions } from '@adieu/testkit/graphql';

const schema = await createSchema();
/** Queries that are held to an organisation; mutations: bad-input. */
const QUERIES = rootFields(schema).filter(({ root, field }) => {
  const row = ACCESS[root][field.name]!;
  return root === 'Query' && row !== 'link' && row.acts !== 'installation';
});

/**
 * What names no row: `viewer` is what came with the key, seals are hashes over all, the gate answers by words about an address that was
 * given, and the cursor of events is a place in the order of all (its events are tried in webhooks.test.ts).
 */
const OF_NOBODY = ['viewer', 'ledgerSeals', 'mayContact', 'mayContactMany', 'webhookEvents'];

/** Of these the other organisation has no row here; those of their tables are tried in db/test/tenant-rows.test.ts. */
const WITHOUT_ROWS = [
  'audienceExport',
  'audienceExports',
  'consentProof',
  'consent',
  'consents',
  'deletion',
  'evidenceFile',
  'gateStops',
  'recipient',
  'listLink',
];

beforeAll(openWorld, 60_000);
afterAll(() => house?.close());

/** Asks as the other organisation's admin, all of whose ids are right, so that every WHERE finds its rows. */
const askTheirs = (each: RootField, at: string | null, id: string) =>
  askField(house, each, argumentsWith(each.field, ownOf, at, id), foreign.adminKey);
const ownOf = (name: string): string =>
  ({ accountId: theirs['account']!, addressBookId: theirs['book']!, topicId: theirs['topic']! })[
    name
  ] ?? theirs['book']!;

describe('a query that believes its caller’s ids (Q-8)', () => {
  const cases = QUERIES.filter(({ field }) => !OF_NOBODY.includes(field.name)).map(
    (each) => [each.field.name, each] as const,
  );

  it.each(cases)('%s shows nothing where PostgreSQL holds it to another', async (name, each) => {
    const shown = [];
    for (const at of [null, ...idPositions(each.field)])
      for (const id of Object.values(theirs)) {
        house.heldTo = house.org.organisationId;
        const { data, errors } = await askTheirs(each, at, id);
        house.heldTo = null;
        const answer = errors === undefined ? data?.[name] : null;
        if (!isNothing(answer)) shown.push({ at, id, answer });
        if (at === null) break;
      }
    expect(shown).toEqual([]);
  });

  it('and each shows something where it is not', async () => {
    const found = new Set<string>();
    for (const [name, each] of cases)
      for (const at of [null, ...idPositions(each.field)])
        for (const id of Object.values(theirs)) {
          if (found.has(name)) break;
          const { data, errors } = await askTheirs(each, at, id);
          if (errors === undefined && !isNothing(data?.[name])) found.add(name);
        }
    const never = cases.map(([name]) => name).filter((name) => !found.has(name));
    expect(never).toEqual(WITHOUT_ROWS);
  });
});

it.each([
  ['/audience/<book>?use=EMAIL', 'book', 404],
  ['/reports/campaigns/<campaign>', 'campaign', 404],
  ['/reports/accounts/<account>', 'account', 404],
  ['/reports/unsubscribed?account=<account>', 'account', 200],
] as const)(
  'GET %s shows nothing where PostgreSQL holds it to another (Q-8)',
  async (path, kind, status) => {
    const url = `${house.url}${path.replace(/<\w+>/, theirs[kind]!)}`;
    const headers = { authorization: `Bearer ${foreign.adminKey}` };
    house.heldTo = house.org.organisationId;
    const held = await fetch(url, { headers });
    house.heldTo = null;
    expect(held.status).toBe(status);
    const lines = (await held.text()).trim().split('\n');
    expect(lines).toHaveLength(1);
    const free = await fetch(url, { headers });
    expect(free.status).toBe(200);
    const shown = (await free.text()).trim().split('\n').length;
    // Where it is not refused, by its lines alone.
    if (status === 200) expect(shown).toBeGreaterThan(1);
  },
);

it('what row-level security refuses is a fault: logged without values, and shown as a number (O-13)', async () => {
  house.heldTo = foreign.organisationId;
  const { data, errors } = await house.ask(
    `mutation ($input: CreateTopicInput!) { createTopic(input: $input) { __typename } }`,
    {
      input: {
        accountId: toId('account', house.org.accountId),
        name: 'What nobody reads',
        idempotencyKey: 'a-key-that-nobody-reads',
      },
    },
  );
  house.heldTo = null;
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors![0]!.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    reference: expect.any(String),
  });
  expect(JSON.stringify(errors)).not.toMatch(/row-level|idempotency_key/);
  expect(house.log()).toContain('violates row-level security policy for table');
  expect(house.log()).not.toMatch(/nobody reads|nobody-reads/);
});

/** Whether an answer holds no row: null, an empty list, counts of nothing, or a refusal. */
function isNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined || answer === 0 || answer === false) return true;
  if (Array.isArray(answer)) return answer.every(isNothing);
  if (typeof answer !== 'object') return false;
  const { __typename, ...fields } = answer as Record<string, unknown>;
  if ('code' in fields) return true;
  return Object.keys(fields).length > 0 && Object.values(fields).every(isNothing);
}
