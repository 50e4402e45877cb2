import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed, type Seed } from '@adieu/testkit';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

const DAY = 86_400_000;
let house: House;
let foreign: Seed;
const ids: Record<string, string> = {};
let began: Date;

/** A wish that an admin has heard of; gives the id of its request. */
async function hear(input: object): Promise<string> {
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input },
  );
  return data.requestOptOut.request.id;
}

async function decide(id: string, decision: string, reason: string | null): Promise<void> {
  await house.ask(
    `mutation ($id: ID!, $decision: Decision!, $reason: String) {
       decideOptOutRequests(input: { ids: [$id], decision: $decision, reason: $reason }) { __typename } }`,
    { id, decision, reason },
  );
}

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
  began = house.now;
  const staff = { kind: 'BOOK', id: toId('book', house.org.staffId) };
  const newsletter = { kind: 'BOOK', id: toId('book', house.org.newsletterId) };
  ids['phone'] = await hear({
    address: 'anna.svensson@example.test',
    scope: staff,
    method: 'MANUAL',
    note: 'Ringde växeln på MÅNDAG; 100 % säker',
  });
  house.now = new Date(began.getTime() + DAY);
  ids['unclear'] = await hear({
    address: 'bo@other.example.test',
    scope: newsletter,
    signal: 'UNCLEAR',
    method: 'PROVIDER',
  });
  ids['declined'] = await hear({ address: 'cecilia@example.test', scope: staff });
  house.now = new Date(began.getTime() + 2 * DAY);
  await decide(ids['declined'], 'DECLINE', 'Du har jour på fredag');
  ids['clear'] = await hear({ address: 'dag@example.test', scope: newsletter });
  const [mail] = await seedMails(house, { count: 1 });
  await oneClick(house, mail!.token);
  const { data } = await house.ask<{ optOutRequests: { nodes: { id: string }[] } }>(
    '{ optOutRequests(filter: { methods: [ONE_CLICK] }) { nodes { id } } }',
  );
  ids['click'] = data.optOutRequests.nodes[0]!.id;
}, 60_000);
afterAll(() => house?.close());

interface Walked {
  optOutRequests: {
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

async function page(orderBy: string, after: string | null): Promise<Walked> {
  const { data } = await house.ask<Walked>(
    `query ($orderBy: OptOutRequestOrder!, $after: String) { optOutRequests(orderBy: $orderBy, first: 1, after: $after) {
       nodes { id } pageInfo { hasNextPage endCursor } } }`,
    { orderBy, after },
  );
  return data;
}

async function found(filter: object, orderBy = 'RECEIVED_AT', key?: string): Promise<string[]> {
  const { data, errors } = await house.ask<{ optOutRequests: { nodes: { id: string }[] } }>(
    `query ($filter: OptOutRequestFilter, $orderBy: OptOutRequestOrder!) {
       optOutRequests(filter: $filter, orderBy: $orderBy) { nodes { id } } }`,
    { filter, orderBy },
    key,
  );
  expect(errors).toBeUndefined();
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return data.optOutRequests.nodes.map(({ id }) => names.get(id) ?? id);
}

describe('the queue is filtered by (Q-9)', () => {
  const after = (days: number): string => new Date(began.getTime() + days * DAY).toISOString();

  it.each([
    ['age, from', () => ({ receivedAfter: after(2) }), ['clear', 'click']],
    ['age, to', () => ({ receivedBefore: after(1) }), ['phone']],
    ['state and age', () => ({ states: ['PENDING'], receivedAfter: after(1) }), ['unclear']],
    [
      'several states',
      () => ({ states: ['DECLINED', 'PENDING'] }),
      ['declined', 'phone', 'unclear'],
    ],
    ['purpose', () => ({ purposes: ['SERVICE'] }), ['declined', 'phone']],
    ['kind of scope', () => ({ scopeKinds: ['TOPIC', 'ACCOUNT'] }), []],
    ['channel', () => ({ channel: 'SMS' }), []],
    ['who decided, by kind', () => ({ decidedBy: { kind: 'RECIPIENT' } }), ['click']],
    [
      'who decided, by name',
      () => ({ decidedBy: { name: 'admin of the test' } }),
      ['clear', 'declined'],
    ],
    ['who decided, by another name', () => ({ decidedBy: { name: 'admin' } }), []],
    ['address', () => ({ address: ' Anna.Svensson@EXAMPLE.test' }), ['phone']],
    ['an address that is nobody’s', () => ({ address: 'nobody@example.test' }), []],
    ['masked address', () => ({ address: 'an•••@ex•••.test' }), ['phone']],
    ['masked address with stars', () => ({ address: 'b*@other.*' }), ['unclear']],
    ['a masked address that is no pattern of ours', () => ({ address: 'a_n•••@ex•••.test' }), []],
    ['a note, without case and accents', () => ({ text: 'ringde vaxeln pa mandag' }), ['phone']],
    ['a note with a sign that LIKE knows', () => ({ text: '100 % s' }), ['phone']],
    ['a sign that LIKE knows alone', () => ({ text: '%%%' }), []],
    ['a reason', () => ({ text: 'JOUR PÅ' }), ['declined']],
    ['the name of a campaign', () => ({ text: 'spring' }), ['click']],
    ['the name of a scope', () => ({ text: 'staff inf' }), ['declined', 'phone']],
    ['a text and a state', () => ({ text: 'staff inf', states: ['PENDING'] }), ['phone']],
    ['a text that nothing holds', () => ({ text: 'nothing' }), []],
  ])('%s', async (_name, filter, expected) => {
    expect((await found(filter())).toSorted()).toEqual(expected);
  });

  it.each([
    { address: 'nobody' },
    { address: '•••@ex•••.test' },
    { text: 'ab' },
    { text: 'x'.repeat(201) },
  ])('says what is wrong with %j', async (filter) => {
    const { errors } = await house.ask(
      'query ($filter: OptOutRequestFilter) { optOutRequests(filter: $filter) { totalCount } }',
      { filter },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: `filter.${Object.keys(filter)[0]}`,
    });
  });

  it.each([
    { text: 'vaxeln' },
    { text: 'spring' },
    { address: 'anna.svensson@example.test' },
    { address: 'an•••@ex•••.test' },
    { decidedBy: { name: 'admin of the test' } },
  ])('shows another organisation nothing of %j', async (filter) => {
    expect(await found(filter, 'RECEIVED_AT', foreign.adminKey)).toEqual([]);
  });
});

describe('who sees addresses masked (C4, P-4)', () => {
  const asReviewer = (address: string) =>
    house.ask<{ optOutRequests: { nodes: unknown[] } }>(
      'query ($filter: OptOutRequestFilter) { optOutRequests(filter: $filter) { nodes { id recipient { address } } } }',
      { filter: { address } },
      house.org.reviewerKey,
    );

  it('finds by a mask, and by a whole address', async () => {
    for (const address of ['an•••@ex•••.test', 'ann*@ex*.test', 'anna.svensson@example.test']) {
      const { data } = await asReviewer(address);
      expect(data.optOutRequests.nodes).toEqual([
        { id: ids['phone'], recipient: { address: 'an•••@ex•••.test' } },
      ]);
    }
  });

  it.each(['anna*@ex*.test', 'anna.s*', 'an*@example.test', 'an*svensson@ex*.test'])(
    'can not ask for one letter after another: %s',
    async (pattern) => {
      const { errors } = await asReviewer(pattern);
      expect(errors?.[0]?.extensions).toMatchObject({ field: 'filter.address' });
      expect(await found({ address: pattern })).toEqual(['phone']);
    },
  );
});

it('a text that very many notes and reasons hold is found all the same, and stays each organisation’s own', async () => {
  const { sql } = house.test.db;
  const names = ['phone', 'unclear', 'declined'];
  const uuids = await sql.rows<{ id: string }>(
    'SELECT id FROM opt_out_request ORDER BY received_at, id LIMIT 1',
  );
  await sql.rows(
    `INSERT INTO opt_out_evidence (request_id, organisation_id, kind, at, detail)
     SELECT q.id, q.organisation_id, 'NOTE', now(), jsonb_build_object('note', 'Ärende som liknar andra ' || i) FROM opt_out_request q, generate_series(1, 600) i WHERE q.id = $1`,
    [uuids[0]!.id],
  );
  expect(names).toContain((await found({ text: 'arende som liknar' }))[0]);
  expect(await found({ text: 'arende som liknar' })).toHaveLength(1);
  expect(await found({ text: 'arende som liknar' }, 'DEADLINE', foreign.adminKey)).toEqual([]);
  await sql.rows("DELETE FROM opt_out_evidence WHERE detail ->> 'note' LIKE 'Ärende som liknar%'");
});

describe('the queue is ordered by (Q-9)', () => {
  it.each([
    ['DEADLINE', ['unclear', 'phone', 'declined', 'clear', 'click']],
    ['RECEIVED_AT', ['click', 'clear', 'declined', 'unclear', 'phone']],
    ['DECIDED_AT', ['click', 'clear', 'declined']],
  ])('%s, and pages the same way', async (orderBy, expected) => {
    expect(await found({}, orderBy)).toEqual(expected);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    const walked: (string | undefined)[] = [];
    let after: string | null = null;
    do {
      const { optOutRequests }: Walked = await page(orderBy, after);
      walked.push(...optOutRequests.nodes.map(({ id }) => names.get(id)));
      const { hasNextPage, endCursor } = optOutRequests.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after !== null);
    expect(walked).toEqual(expected);
  });
});

describe('one request of the queue', () => {
  it('shows the note that came with it, as text, and who decided (P3)', async () => {
    const { data } = await house.ask<{ optOutRequests: { nodes: object[] } }>(
      `query ($filter: OptOutRequestFilter) { optOutRequests(filter: $filter) { totalCount totalCountStopped
         nodes { purpose notes { at text } decidedBy { kind name } decisionReason } } }`,
      { filter: { purposes: ['SERVICE'] } },
    );
    expect(data.optOutRequests).toEqual({
      totalCount: 2,
      totalCountStopped: false,
      nodes: [
        {
          purpose: 'SERVICE',
          notes: [{ at: began.toISOString(), text: 'Ringde växeln på MÅNDAG; 100 % säker' }],
          decidedBy: null,
          decisionReason: null,
        },
        {
          purpose: 'SERVICE',
          notes: [],
          decidedBy: { kind: 'KEY', name: 'admin of the test' },
          decisionReason: 'Du har jour på fredag',
        },
      ],
    });
  });
});
