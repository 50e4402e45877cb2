import { fromUUID } from 'typeid-js';
import { Pool } from 'undici';
import { closedLoop } from './closed-loop.ts';
import { fillQueue, type OpenRequests } from './open-requests.ts';
import { describeFigure, type Figure, percentile } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { startApi } from './start-api.ts';

const BUDGET_MS = 200;
const CONNECTIONS = 2;
const PAGE = 25;
/** As an admin's client shows a row. */
const LIST = `query ($filter: OptOutRequestFilter, $order: OptOutRequestOrder!, $after: String) {
  optOutRequests(filter: $filter, orderBy: $order, first: ${PAGE}, after: $after) {
    nodes { id state signal method receivedAt deadline onTimeout decidedAt scope { name } recipient { maskedAddress } notes { text } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const COUNT =
  'query ($filter: OptOutRequestFilter) { optOutRequests(filter: $filter, first: 1) { totalCount totalCountStopped } }';
const SUPPRESSED = `query ($filter: SuppressionFilter, $after: String) { suppressions(filter: $filter, first: ${PAGE}, after: $after) {
  nodes { maskedAddress state since scope { name } } pageInfo { endCursor } } }`;

type Ask = (query: string, variables: object) => Promise<Record<string, Page>>;

interface Page {
  readonly nodes?: readonly unknown[];
  readonly pageInfo?: { readonly endCursor: string | null };
}

/**
 * Pages of the admin's queue through the api process, by each filter, in each order, from the top and from deep inside;
 * beside a walk of the same pages along the primary key by bare SQL.
 */
export async function benchPending(options: { count: number; repeats: number }): Promise<boolean> {
  const scratch = await openScratch();
  try {
    const { count, repeats } = options;
    const open = await fillQueue(scratch, count, new Date());
    console.log(
      `${count} open requests beside as many closed ones, pages of ${PAGE}, ${CONNECTIONS} connections, all on this machine`,
    );
    const reference = await closedLoop(turns(repeats), CONNECTIONS, () => barePage(scratch));
    console.log(describeFigure('reference: a page along the primary key', reference));
    const api = await startApi(scratch);
    const client = new Pool(api.origin, { connections: CONNECTIONS, pipelining: 1 });
    const ask = asker(client, scratch.seeded.adminKey);
    try {
      const late: string[] = [];
      for (const [name, query, variables] of await kindsOf(ask, scratch, open)) {
        await ask(query, variables);
        const figure = await closedLoop(turns(repeats), CONNECTIONS, async () => {
          await ask(query, variables);
        });
        console.log(`${describeFigure(name, figure)}   ${ratioOf(figure, reference)}`);
        if (percentile(figure.millis, 99) > BUDGET_MS) late.push(name);
      }
      const verdict = late.length === 0 ? 'kept by all' : `MISSED by ${late.join(', ')}`;
      console.log(`p99 (budget ≤ ${BUDGET_MS} ms) ${verdict}`);
      return late.length === 0;
    } finally {
      await client.close();
      await api.stop();
    }
  } finally {
    await scratch.close();
  }
}

const turns = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

function ratioOf(figure: Figure, reference: Figure): string {
  return `ratio ${(figure.perSecond / reference.perSecond).toFixed(2)}`;
}

async function barePage({ db }: Scratch): Promise<void> {
  await db.sql.rows(
    "SELECT * FROM opt_out_request WHERE id > '00000000-0000-0000-0000-000000000000' ORDER BY id LIMIT 26",
  );
}

function asker(client: Pool, key: string): Ask {
  return async (query, variables) => {
    const { body } = await client.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await body.json()) as { data?: Record<string, Page>; errors?: unknown };
    if (answer.errors !== undefined || !answer.data)
      throw new Error(`the api answered ${JSON.stringify(answer)}`);
    return answer.data;
  };
}

/** Everything that is measured: its name, what is asked, with what. */
async function kindsOf(
  ask: Ask,
  { seeded }: Scratch,
  open: OpenRequests,
): Promise<[string, string, object][]> {
  const pending = { states: ['PENDING'] };
  const filters: Record<string, object> = {
    'none but open': {},
    'a rare signal': { signals: ['UNCLEAR'] },
    'a usual signal': { signals: ['CLEAR'] },
    'a rare method': { methods: ['MAIL_REPLY'] },
    'two methods': { methods: ['MAILTO', 'API'] },
    'a method that none has': { methods: ['SMS_KEYWORD'] },
    'a small book': { addressBookId: fromUUID(seeded.newsletterId, 'book') },
    'a big book': { addressBookId: fromUUID(seeded.staffId, 'book') },
    'the account': { accountId: fromUUID(seeded.accountId, 'account') },
    'a rare purpose': { purposes: ['MARKETING'] },
    'a kind of scope that none has': { scopeKinds: ['TOPIC'] },
    'an age that few have': { receivedBefore: open.early },
    'a deadline that is near': { deadlineBefore: open.soon },
    'an address': { address: open.address },
    'a masked address that many have': { address: open.maskedAddress },
    'a masked address that none has': { address: 'zz•••@ex•••.test' },
    'the text of many notes': { text: 'vaxeln' },
    'the text of one note': { text: 'ärende 4450' },
    'the name of a campaign': { text: 'hostnytt g' },
    'the name of a book': { text: 'staff info' },
    'a text that none has': { text: 'qqqqq' },
  };
  const kinds: [string, string, object][] = [];
  for (const [name, more] of Object.entries(filters))
    for (const order of ['DEADLINE', 'RECEIVED_AT'])
      kinds.push([`${name}, by ${order}`, LIST, { order, filter: { ...pending, ...more } }]);
  kinds.push(
    ['all states, by DEADLINE', LIST, { order: 'DEADLINE' }],
    ['all states, by RECEIVED_AT', LIST, { order: 'RECEIVED_AT' }],
    ['all states, by DECIDED_AT', LIST, { order: 'DECIDED_AT' }],
    [
      'decided by one admin',
      LIST,
      { order: 'DECIDED_AT', filter: { decidedBy: { name: 'admin 4' } } },
    ],
    ['decided by timers', LIST, { order: 'DECIDED_AT', filter: { decidedBy: { kind: 'TIMER' } } }],
    ['a text in all states', LIST, { order: 'DECIDED_AT', filter: { text: 'ring växeln' } }],
    ['totalCount of all open', COUNT, { filter: pending }],
    ['totalCount of a rare purpose', COUNT, { filter: { ...pending, purposes: ['MARKETING'] } }],
    ['suppressions', SUPPRESSED, {}],
    [
      'suppressions of a book',
      SUPPRESSED,
      { filter: { addressBookId: fromUUID(seeded.newsletterId, 'book') } },
    ],
  );
  for (const order of ['DEADLINE', 'RECEIVED_AT', 'DECIDED_AT']) {
    const filter = order === 'DECIDED_AT' ? {} : pending;
    kinds.push([`page 1,000, by ${order}`, LIST, await deep(ask, { order, filter })]);
  }
  return kinds;
}

const PAGES_DOWN = 250;

/** Walks 1,000 pages of 25 down, 100 rows a step. */
async function deep(ask: Ask, variables: { order: string; filter: object }): Promise<object> {
  const step = `query ($filter: OptOutRequestFilter, $order: OptOutRequestOrder!, $after: String) {
    optOutRequests(filter: $filter, orderBy: $order, first: 100, after: $after) { pageInfo { endCursor } } }`;
  let after: string | null = null;
  for (let i = 0; i < PAGES_DOWN; i += 1) {
    const answer = await ask(step, { ...variables, after });
    after = answer['optOutRequests']?.pageInfo?.endCursor ?? after;
  }
  return { ...variables, after };
}
