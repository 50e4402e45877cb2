import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimMessages, createAddressBook } from '@adieu/db';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails } from './house.ts';
import { leaveByPage, oneClick } from './leave.ts';

const ADMIN = { kind: 'KEY', name: 'admin of the test' };
let house: House;
let staff: { kind: string; id: string };
let newsletter: { kind: string; id: string };

beforeAll(async () => {
  house = await openHouse();
  staff = { kind: 'BOOK', id: toId('book', house.org.staffId) };
  newsletter = { kind: 'BOOK', id: toId('book', house.org.newsletterId) };
});
afterAll(() => house?.close());

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string;
}

interface Suppressions {
  suppressions: { nodes: { requestId: string }[]; pageInfo: PageInfo };
}

const nextOf = ({ hasNextPage, endCursor }: PageInfo): string | null =>
  hasNextPage ? endCursor : null;

interface Item {
  address: string;
  request: { id: string; state: string; method: string; signal: string } | null;
  problem: { code: string } | null;
}

async function add(input: object): Promise<{ items: Item[]; code?: string }> {
  const { data } = await house.ask<{ addOptOuts: { items: Item[] } }>(
    `mutation ($input: AddOptOutsInput!) { addOptOuts(input: $input) {
       ... on OptOutsAdded { items { address request { id state method signal } problem { code } } }
       ... on Problem { code message field } } }`,
    { input: { channel: 'EMAIL', ...input } },
  );
  return data.addOptOuts;
}

async function hear(input: object): Promise<string> {
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input },
  );
  return data.requestOptOut.request.id;
}

describe('adding by hand (F8)', () => {
  it('is in force at once, each address for itself, in the order given', async () => {
    const addresses = ['two@example.test', 'nobody', 'One@Example.test', 'two@example.test'];
    const { items } = await add({ addresses, scope: newsletter, note: 'From the old system' });
    expect(
      items.map(({ address, request, problem }) => [address, request?.state, problem?.code]),
    ).toEqual([
      ['two@example.test', 'CONFIRMED', undefined],
      ['nobody', undefined, 'INVALID_INPUT'],
      ['One@Example.test', 'CONFIRMED', undefined],
    ]);
    expect(items[0]!.request).toMatchObject({ method: 'MANUAL', signal: 'CLEAR' });
    expect(await countOf(house, 'suppression', "state = 'OPTED_OUT'")).toBe(2);
  });

  it('asks for no review of what the admin themselves has reviewed, and says who did', async () => {
    const { items } = await add({
      addresses: ['staff@example.test'],
      scope: staff,
      note: 'Left us',
    });
    const { data } = await house.ask<{ optOutRequest: object }>(
      `query ($id: ID!) { optOutRequest(id: $id) { state decidedBy { kind name } notes { text }
         history { type newState actor { kind name } } } }`,
      { id: items[0]!.request!.id },
    );
    expect(data.optOutRequest).toEqual({
      state: 'CONFIRMED',
      decidedBy: ADMIN,
      notes: [{ text: 'Left us' }],
      history: [
        { type: 'REQUESTED', newState: 'PENDING', actor: ADMIN },
        { type: 'CONFIRMED', newState: 'CONFIRMED', actor: ADMIN },
      ],
    });
    expect(await countOf(house, 'suppression', "state = 'PAUSED'")).toBe(0);
  });

  it('confirms what was open, and meets what stands', async () => {
    const open = await hear({ address: 'open@example.test', scope: staff });
    const first = await add({ addresses: ['open@example.test'], scope: staff });
    const again = await add({ addresses: ['open@example.test'], scope: staff });
    for (const { items } of [first, again])
      expect(items[0]!.request).toMatchObject({ id: open, state: 'CONFIRMED' });
  });

  it('takes a thousand, and refuses a thousand and one', async () => {
    const addresses = Array.from({ length: 1_000 }, (_, i) => `hand-${i}@example.test`);
    expect(
      await add({ addresses: [...addresses, 'x@example.test'], scope: newsletter }),
    ).toMatchObject({
      code: 'LIMIT_REACHED',
      field: 'addresses',
    });
    const { items } = await add({ addresses, scope: newsletter });
    expect(items.filter(({ request }) => request?.state === 'CONFIRMED')).toHaveLength(1_000);
  }, 60_000);

  it('two that overlap and run at once both end, with one request for each address', async () => {
    const addresses = Array.from({ length: 100 }, (_, i) => `both-${i}@example.test`);
    const both = await Promise.all([
      add({ addresses, scope: newsletter }),
      add({ addresses: addresses.toReversed(), scope: newsletter }),
    ]);
    const ids = both.map(({ items }) => items.map(({ request }) => request!.id).toSorted());
    expect(ids[0]).toEqual(ids[1]);
  });

  it('refuses what has no opt-out', async () => {
    const made = await createAddressBook(house.test.db.sql, {
      accountId: house.org.accountId,
      name: 'Receipts',
      purpose: 'TRANSACTIONAL',
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    const scope = { kind: 'BOOK', id: toId('book', made.addressBookId) };
    expect(await add({ addresses: ['t@example.test'], scope })).toMatchObject({
      code: 'TRANSACTIONAL_HAS_NO_OPT_OUT',
    });
  });
});

describe('everything about one address and channel', () => {
  it('comes by one query, in order, page by page (D4, P4)', async () => {
    const address = 'history@example.test';
    const first = await hear({
      address,
      scope: staff,
      method: 'MANUAL',
      note: '<b>On the phone</b>',
    });
    await house.ask(
      `mutation ($id: ID!) { decideOptOutRequests(input: { ids: [$id], decision: DECLINE, reason: "<i>On call</i>" }) { __typename } }`,
      { id: first },
    );
    await add({ addresses: [address], scope: newsletter });
    const query = `query ($address: String!, $first: Int, $after: String) { recipient(address: $address, channel: EMAIL) {
      suppressions { state channel maskedAddress scope { kind name } }
      consentProofs { id }
      receipts { method state }
      history(first: $first, after: $after) {
        nodes { type oldState newState method reason policyVersion requestId scope { name } actor { kind name } }
        pageInfo { hasNextPage endCursor }
      } } }`;
    interface Found {
      recipient: { history: { nodes: object[]; pageInfo: PageInfo } };
    }
    const whole = await house.ask<Found>(query, { address });
    expect(whole.data.recipient).toMatchObject({
      suppressions: [
        {
          state: 'OPTED_OUT',
          channel: 'EMAIL',
          maskedAddress: 'hi•••@ex•••.test',
          scope: { kind: 'BOOK', name: 'Newsletter' },
        },
      ],
      consentProofs: [],
      receipts: [
        { method: 'MANUAL', state: 'CONFIRMED' },
        { method: 'MANUAL', state: 'DECLINED' },
      ],
      history: {
        nodes: [
          {
            type: 'REQUESTED',
            oldState: null,
            newState: 'PENDING',
            method: 'MANUAL',
            policyVersion: 1,
            requestId: first,
            scope: { name: 'Staff information' },
            actor: ADMIN,
          },
          { type: 'DECLINED', oldState: 'PENDING', newState: 'DECLINED', reason: '<i>On call</i>' },
          { type: 'REQUESTED', newState: 'CONFIRMED', scope: { name: 'Newsletter' } },
        ],
      },
    });
    const walked: object[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Found } = await house.ask<Found>(query, { address, first: 1, after });
      walked.push(...data.recipient.history.nodes);
      after = nextOf(data.recipient.history.pageInfo);
    } while (after !== null);
    expect(walked).toEqual(whole.data.recipient.history.nodes);
  });

  it('a receipt says what, when, by which way, from which mailing, and when the last may come', async () => {
    const mails = await seedMails(house, { count: 2 });
    const [campaign] = await house.test.db.sql.rows<{ id: string }>(
      'SELECT campaign_id AS id FROM message WHERE id = $1',
      [mails[0]!.messageId],
    );
    const leaseUntil = new Date(house.now.getTime() + 30_000);
    await claimMessages(house.test.db.sql, {
      campaignId: campaign!.id,
      limit: 1,
      now: house.now,
      leaseUntil,
    });
    for (const mail of mails) await oneClick(house, mail.token);
    const receiptOf = async (address: string): Promise<object> => {
      const { data } = await house.ask<{ recipient: { receipts: object[] } }>(
        `query ($address: String!) { recipient(address: $address, channel: EMAIL) { receipts {
           scope { kind name } channel state receivedAt method campaign { name } lastMessageUntil inFlight { subject until } } } }`,
        { address },
      );
      return data.recipient.receipts[0]!;
    };
    const both = await Promise.all(mails.map(({ address }) => receiptOf(address)));
    const told = {
      scope: { kind: 'BOOK', name: 'Newsletter' },
      channel: 'EMAIL',
      state: 'CONFIRMED',
      receivedAt: house.now.toISOString(),
      method: 'ONE_CLICK',
      campaign: { name: 'Spring' },
    };
    expect(both).toContainEqual({ ...told, lastMessageUntil: null, inFlight: [] });
    expect(both).toContainEqual({
      ...told,
      lastMessageUntil: leaseUntil.toISOString(),
      inFlight: [
        {
          subject: expect.stringMatching(/^Spring is here, Person \d+$/),
          until: leaseUntil.toISOString(),
        },
      ],
    });
  });
});

describe('the list "unsubscribed" (A5)', () => {
  interface Listed {
    maskedAddress: string | null;
    state: string;
    scope: { kind: string; name: string };
    request: { id: string } | null;
  }

  async function list(args: string, at: House): Promise<Listed[]> {
    const { data, errors } = await at.ask<{ suppressions: { nodes: Listed[] } }>(
      `{ suppressions${args} { nodes { maskedAddress state since channel scope { kind name } request { id } } } }`,
    );
    expect(errors).toBeUndefined();
    return data.suppressions.nodes;
  }

  it('holds whoever left a book by any way, also by leaving more than it, the newest first', async () => {
    const other = await openHouse();
    try {
      const mails = await seedMails(other, { count: 3 });
      const leave = async (token: string, choice: string): Promise<void> => {
        other.now = new Date(other.now.getTime() + 60_000);
        await leaveByPage(other, { token, choice });
      };
      await leave(mails[0]!.token, 'THIS_SCOPE');
      await leave(mails[1]!.token, 'ALL_MARKETING');
      const book = toId('book', other.org.newsletterId);
      const staffBook = toId('book', other.org.staffId);
      const shown = await list(`(filter: { addressBookId: "${book}" })`, other);
      expect(shown.map(({ scope, state }) => [scope.kind, state])).toEqual([
        ['ACCOUNT', 'OPTED_OUT'],
        ['BOOK', 'OPTED_OUT'],
      ]);
      expect(shown[1]).toMatchObject({
        maskedAddress: 'pe•••@ex•••.test',
        request: { id: expect.stringMatching(/^optout_/) },
      });
      expect(await list(`(filter: { addressBookId: "${staffBook}" })`, other)).toEqual([]);
      expect(await list('(filter: { states: [PAUSED] })', other)).toEqual([]);
      expect(await list('(filter: { channel: SMS })', other)).toEqual([]);
      expect(
        await list(`(filter: { sinceAfter: "${other.now.toISOString()}" })`, other),
      ).toHaveLength(1);
      expect(
        await list(`(filter: { accountId: "${toId('account', other.org.accountId)}" })`, other),
      ).toHaveLength(2);
      expect(
        await list(`(filter: { topicId: "${toId('topic', other.org.newsTopicId)}" })`, other),
      ).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('pages without gap or repeat, also through many of the same instant (Q-7)', async () => {
    const all = await countOf(house, 'suppression');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Suppressions } = await house.ask<Suppressions>(
        `query ($after: String) { suppressions(first: 100, after: $after) { nodes { requestId } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...data.suppressions.nodes.map(({ requestId }) => requestId));
      after = nextOf(data.suppressions.pageInfo);
    } while (after !== null);
    expect(seen).toHaveLength(all);
    expect(new Set(seen).size).toBe(all);
  });
});
