import { toId } from '../src/graphql/shared/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse, seedMails } from './house.ts';

const DAY = 86_400_000;
let house: House;
let staff: string;

beforeAll(async () => {
  house = await openHouse();
  staff = toId('book', house.org.staffId);
});
afterAll(() => house?.close());

interface Shown {
  id: string;
  state: string;
  signal: string;
  deadline: string | null;
  onTimeout: string | null;
}

const REQUEST = 'id state signal method deadline onTimeout receivedAt decidedAt decisionReason';

/** A wish that an admin has heard of; gives the request that stands. */
async function hear(
  address: string,
  scope: { kind: string; id: string },
  more: object = {},
): Promise<Shown> {
  const { data } = await house.ask<{ requestOptOut: { request: Shown } }>(
    `mutation ($input: RequestOptOutInput!) {
       requestOptOut(input: $input) { ... on OptOutRequested { request { ${REQUEST} } } ... on Problem { code message field } }
     }`,
    { input: { address, scope, ...more } },
  );
  expect(data.requestOptOut).toHaveProperty('request');
  return data.requestOptOut.request;
}

const hearStaff = (address: string): Promise<Shown> => hear(address, { kind: 'BOOK', id: staff });

type Item = {
  id: string;
  request: Shown | null;
  problem: { __typename: string; code: string; message: string } | null;
};

interface Decisions {
  items?: Item[];
  done?: number;
  unknown?: number;
  refused?: number;
  code?: string;
  message?: string;
  field?: string;
}

async function decide(input: {
  ids: string[];
  decision: 'CONFIRM' | 'DECLINE';
  reason?: string;
}): Promise<Decisions> {
  const { data } = await house.ask<{ decideOptOutRequests: Decisions }>(
    `mutation ($input: DecideOptOutRequestsInput!) {
       decideOptOutRequests(input: $input) {
         ... on Decided { done unknown refused items { id request { ${REQUEST} } problem { __typename code message } } }
         ... on Problem { code message field }
       }
     }`,
    { input },
  );
  return data.decideOptOutRequests;
}

interface Page {
  nodes: Shown[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function list(args: string): Promise<Page> {
  const { data } = await house.ask<{ optOutRequests: Page }>(
    `{ optOutRequests(${args}) { totalCount nodes { ${REQUEST} } pageInfo { hasNextPage endCursor } } }`,
  );
  return data.optOutRequests;
}

describe('the queue', () => {
  it('is filtered by state, book, signal, method and deadline (Q-9)', async () => {
    const began = house.now;
    const first = await hearStaff('queue-1@example.test');
    house.now = new Date(began.getTime() + DAY);
    const second = await hear(
      'queue-2@example.test',
      { kind: 'BOOK', id: staff },
      { method: 'MANUAL' },
    );
    const marketing = await hear('queue-3@example.test', {
      kind: 'BOOK',
      id: toId('book', house.org.newsletterId),
    });
    expect(marketing).toMatchObject({ state: 'CONFIRMED', deadline: null });
    const ids = async (filter: string): Promise<string[]> =>
      (await list(`filter: ${filter}`)).nodes.map(({ id }) => id);
    expect(await ids('{ states: [PENDING] }')).toEqual([first.id, second.id]);
    expect(await ids('{ states: [CONFIRMED] }')).toEqual([marketing.id]);
    expect(await ids(`{ addressBookId: "${staff}" }`)).toEqual([first.id, second.id]);
    expect(await ids('{ signals: [UNCLEAR] }')).toEqual([second.id]);
    expect(await ids('{ methods: [MANUAL] }')).toEqual([second.id]);
    expect(await ids(`{ deadlineBefore: "${second.deadline}" }`)).toEqual([first.id]);
    expect(await ids(`{ deadlineAfter: "${second.deadline}" }`)).toEqual([second.id]);
    expect(await ids('{ states: [PENDING], signals: [CLEAR], methods: [MANUAL] }')).toEqual([]);
    expect((await list('orderBy: RECEIVED_AT')).nodes.at(-1)!.id).toBe(first.id);
  });

  it('pages without gap or repeat while wishes come in (Q-7)', async () => {
    for (let i = 0; i < 5; i += 1) await hearStaff(`page-${i}@example.test`);
    const whole = (await list('filter: { states: [PENDING] }, first: 100')).nodes.map(
      ({ id }) => id,
    );
    const seen: string[] = [];
    let after = '';
    for (let turn = 0; ; turn += 1) {
      const page = await list(`filter: { states: [PENDING] }, first: 2 ${after}`);
      seen.push(...page.nodes.map(({ id }) => id));
      // One that comes in the middle ends later than all that were there: it is on the last page.
      if (turn === 0) whole.push((await hearStaff('in-between@example.test')).id);
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(whole);
    expect((await list('first: 1')).totalCount).toBe(await countOf(house, 'opt_out_request'));
  });

  it('says what is wrong with a cursor that is none of its own', async () => {
    const { errors } = await house.ask('{ optOutRequests(after: "xyz") { totalCount } }');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'after' } });
  });
});

describe('decideOptOutRequests', () => {
  it('decides each id for itself and says which it could not, and why (B1)', async () => {
    const [open, other] = [
      await hearStaff('each-1@example.test'),
      await hearStaff('each-2@example.test'),
    ];
    await decide({ ids: [other.id], decision: 'CONFIRM' });
    const nobody = toId('optout', '01900000-0000-7000-8000-000000000000');
    const { items, ...counts } = await decide({
      ids: [open.id, other.id, nobody, 'garbage'],
      decision: 'DECLINE',
      reason: 'You are on call.',
    });
    expect(counts).toEqual({ done: 1, unknown: 2, refused: 1 });
    expect(
      items!.map(({ id, request, problem }) => [id, request?.state ?? null, problem?.code ?? null]),
    ).toEqual([
      [open.id, 'DECLINED', null],
      [other.id, 'CONFIRMED', 'ALREADY_CLOSED'],
      [nobody, null, 'NOT_FOUND'],
      ['garbage', null, 'INVALID_INPUT'],
    ]);
  });

  it('declines nothing without a reason: the recipient will read it', async () => {
    const open = await hearStaff('reason@example.test');
    const { items } = await decide({ ids: [open.id], decision: 'DECLINE' });
    expect(items![0]).toMatchObject({
      request: { state: 'PENDING' },
      problem: { __typename: 'InvalidInput', code: 'REASON_REQUIRED' },
    });
  });

  it('never declines a clear wish about marketing (W-5, B3)', async () => {
    const marketing = await hear('never@example.test', {
      kind: 'BOOK',
      id: toId('book', house.org.newsletterId),
    });
    const { items } = await decide({
      ids: [marketing.id],
      decision: 'DECLINE',
      reason: 'Please stay.',
    });
    expect(items![0]!.request!.state).toBe('CONFIRMED');
    expect(items![0]!.problem!.code).toMatch(/ALREADY_CLOSED|CLEAR_MARKETING_CANNOT_BE_DECLINED/);
  });

  it('takes a thousand at once, and refuses a thousand and one', async () => {
    const { sql } = house.test.db;
    const csv = `email\n${Array.from({ length: 1_000 }, (_, i) => `bulk-${i}@example.test`).join('\n')}\n`;
    await house.ask(
      'mutation ($input: ImportContactsInput!) { importContacts(input: $input) { __typename } }',
      {
        input: { addressBookId: staff, csv },
      },
    );
    const ids: string[] = [];
    const rows = await sql.rows<{ address: string }>(
      "SELECT address FROM recipient WHERE address LIKE 'bulk-%'",
      [],
    );
    for (let at = 0; at < rows.length; at += 25) {
      const heard = await Promise.all(
        rows.slice(at, at + 25).map(({ address }) => hearStaff(address)),
      );
      ids.push(...heard.map(({ id }) => id));
    }
    expect(await decide({ ids: [...ids, 'one-more'], decision: 'CONFIRM' })).toMatchObject({
      code: 'LIMIT_REACHED',
      field: 'ids',
      message: 'At most 1000; these are 1001.',
    });
    const { items } = await decide({ ids, decision: 'CONFIRM' });
    expect(items).toHaveLength(1_000);
    expect(
      items!.every(({ request, problem }) => request?.state === 'CONFIRMED' && problem === null),
    ).toBe(true);
  }, 120_000);
});

describe('one request', () => {
  it('shows its recipient, its history and who decided', async () => {
    const open = await hearStaff('history@example.test');
    await decide({ ids: [open.id], decision: 'DECLINE', reason: 'You are on call.' });
    const { data } = await house.ask(
      `query ($id: ID!) { optOutRequest(id: $id) {
         recipient { address } addressBook { name } decidedBy { kind name } decisionReason
         history { type oldState newState actor { kind name } reason }
       } }`,
      { id: open.id },
    );
    const eva = { kind: 'KEY', name: 'admin of the test' };
    expect(data).toEqual({
      optOutRequest: {
        recipient: { address: 'history@example.test' },
        addressBook: { name: 'Staff information' },
        decidedBy: eva,
        decisionReason: 'You are on call.',
        history: [
          { type: 'REQUESTED', oldState: null, newState: 'PENDING', actor: eva, reason: null },
          {
            type: 'DECLINED',
            oldState: 'PENDING',
            newState: 'DECLINED',
            actor: eva,
            reason: 'You are on call.',
          },
        ],
      },
    });
  });

  it('may be given more time, later than before and no longer than 90 days in all (W-3)', async () => {
    const open = await hearStaff('extend@example.test');
    const extend = async (deadline: Date): Promise<unknown> =>
      (
        await house.ask<{ extendOptOutRequest: unknown }>(
          `mutation ($input: ExtendOptOutRequestInput!) { extendOptOutRequest(input: $input) {
             ... on OptOutRequestExtended { request { deadline state } } ... on Problem { code field }
           } }`,
          { input: { id: open.id, deadline } },
        )
      ).data.extendOptOutRequest;
    const end = new Date(open.deadline!).getTime();
    const later = new Date(end + DAY);
    expect(await extend(later)).toEqual({
      request: { deadline: later.toISOString(), state: 'PENDING' },
    });
    expect(await extend(new Date(end))).toEqual({ code: 'NOT_LATER', field: 'deadline' });
    expect(await extend(new Date(end + 100 * DAY))).toEqual({
      code: 'BEYOND_THE_LONGEST_REVIEW',
      field: 'deadline',
    });
  });

  it('is joined by the same wish come again, and overridden by a stronger one (W-10)', async () => {
    const unclear = await hear(
      'join@example.test',
      { kind: 'BOOK', id: toId('book', house.org.newsletterId) },
      { method: 'MANUAL', note: 'said something on the phone' },
    );
    expect(unclear).toMatchObject({ state: 'PENDING', signal: 'UNCLEAR', onTimeout: 'OPT_OUT' });
    const again = await hear(
      'join@example.test',
      { kind: 'BOOK', id: toId('book', house.org.newsletterId) },
      { method: 'MANUAL' },
    );
    expect(again.id).toBe(unclear.id);
    const clear = await hear('join@example.test', {
      kind: 'BOOK',
      id: toId('book', house.org.newsletterId),
    });
    expect(clear).toMatchObject({ state: 'CONFIRMED', signal: 'CLEAR' });
  });
});

describe('requestOptOut', () => {
  const ask = async (input: object): Promise<unknown> =>
    (
      await house.ask<{ requestOptOut: unknown }>(
        'mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { __typename ... on Problem { code field } } }',
        { input },
      )
    ).data.requestOptOut;
  const book = (): object => ({ kind: 'BOOK', id: staff });

  it.each([
    [
      'an address that is none',
      { address: 'nobody' },
      { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'address' },
    ],
    [
      'a machine’s guess',
      { signal: 'MACHINE' },
      { __typename: 'PolicyRefused', code: 'MACHINE_SIGNAL', field: 'signal' },
    ],
    [
      'a method that only Adieu sees',
      { method: 'ONE_CLICK' },
      { __typename: 'InvalidInput', code: 'METHOD_NOT_CLAIMABLE', field: 'method' },
    ],
    [
      'a note that is too long',
      { note: 'x'.repeat(2_001) },
      { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'note' },
    ],
  ])('names the field of %s', async (_name, input, expected) => {
    expect(await ask({ address: 'refused@example.test', scope: book(), ...input })).toEqual(
      expected,
    );
  });

  it('keeps no address for a scope that is not there', async () => {
    const scope = { kind: 'BOOK', id: toId('book', '01900000-0000-7000-8000-000000000000') };
    expect(await ask({ address: 'unkept@example.test', scope })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await countOf(house, 'recipient', "address = 'unkept@example.test'")).toBe(0);
  });

  it('is in force for all books of an organisation at once (D4)', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    await hear(mail!.address, { kind: 'ORGANISATION' } as never);
    const { data } = await house.ask<{ mayContact: unknown }>(
      'query ($input: MayContactInput!) { mayContact(input: $input) { allowed because explanation } }',
      {
        input: {
          address: mail!.address,
          channel: 'EMAIL',
          addressBookId: toId('book', house.org.newsletterId),
        },
      },
    );
    expect(data.mayContact).toMatchObject({
      allowed: false,
      because: 'OPTED_OUT',
      explanation: expect.stringContaining('all marketing of this organisation'),
    });
  });
});
