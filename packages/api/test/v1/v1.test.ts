import { createAccount } from '@adieu/db';
import { addressKey } from '@adieu/keys';
import { ledgerCounts, seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from '../house.ts';
import { oneClick } from '../leave.ts';
import { askV1, keyFor } from './ask-v1.ts';

let house: House;
let gateKey: string;
let listKey: string;
let clearKey: string;
let addKey: string;
beforeAll(async () => {
  house = await openHouse();
  gateKey = await keyFor(house, ['gate:ask']);
  listKey = await keyFor(house, ['suppressions:read']);
  clearKey = await keyFor(house, ['suppressions:read', 'addresses:read']);
  addKey = await keyFor(house, ['opt-outs:add']);
});
afterAll(() => house?.close());

const keyOf = (address: string): string =>
  addressKey(house.org.ring, 'EMAIL', address).toString('hex');
let people = 0;
/** Somebody new who left the newsletter by one click. */
async function gone(): Promise<{ address: string }> {
  people += 1;
  const address = `person-${people}@gone.example.test`;
  const mails = await seedMails(house, { count: 1, addresses: [address] });
  const mail = mails.find((each) => each.address === address);
  expect((await oneClick(house, mail!.token)).status).toBe(200);
  return { address };
}
const check = (body: object, key = gateKey) =>
  askV1(house, '/v1/check', key, { body: { channel: 'EMAIL', ...body } });

describe('POST /v1/check (D5)', () => {
  it('answers each address by the gate, in their order, with a key to ask by the next time', async () => {
    const { address } = await gone();
    const book = toId('book', house.org.newsletterId);
    const addresses = ['new@example.test', address.toUpperCase(), 'no address', address];
    const { status, headers, body } = await check({ addressBookId: book, addresses });
    expect(status).toBe(200);
    expect(headers.get('ratelimit-limit')).toBe('1200');
    const left = {
      key: keyOf(address),
      allowed: false,
      because: 'OPTED_OUT',
      since: house.now.toISOString(),
      scope: { kind: 'BOOK', id: book },
      requestId: expect.stringMatching(/^optout_/),
    };
    expect(body).toEqual({
      asOf: house.now.toISOString(),
      answers: [
        { key: keyOf('new@example.test'), allowed: true, because: 'NO_OBJECTION' },
        left,
        { key: null, allowed: false, because: 'UNKNOWN_ADDRESS' },
        left,
      ],
    });
    const byKey = await check({ addressBookId: book, keys: [left.key, keyOf('new@example.test')] });
    expect(byKey.body.answers).toEqual([left, body.answers[0]]);
  });

  it('answers ten thousand at once', async () => {
    const { address } = await gone();
    const addresses = Array.from({ length: 10_000 }, (_, i) =>
      i === 7_777 ? address : `p${i}@example.test`,
    );
    const { body } = await check({
      addressBookId: toId('book', house.org.newsletterId),
      addresses,
    });
    expect(body.answers).toHaveLength(10_000);
    expect(body.answers.flatMap(({ allowed }, i) => (allowed ? [] : [i]))).toEqual([7_777]);
  });

  it.each([
    ['nothing to ask about', { addressBookId: 'x' }, 'addresses'],
    ['both', { addresses: [], keys: [] }, 'addresses'],
    ['what is no key', { keys: ['abc'] }, 'keys.0'],
    [
      'more than ten thousand',
      { addresses: Array.from({ length: 10_001 }, () => 'a@b.test') },
      'addresses',
    ],
    ['a channel that is none', { channel: 'FAX', addresses: ['a@b.test'] }, 'channel'],
    ['a word that is none', { adresses: ['a@b.test'] }, 'adresses'],
  ])('refuses %s, and says what is wrong without the value', async (_what, asked, field) => {
    const { status, body } = await check(asked);
    expect([status, body.code, body.field]).toEqual([400, 'INVALID_INPUT', field]);
    expect(body.message).not.toMatch(/abc|FAX|a@b/);
  });

  it('of accounts, books and topics of others there are none', async () => {
    const other = await seed(house.test.db, { name: 'Other' });
    for (const asked of [
      { accountId: toId('account', other.accountId) },
      { addressBookId: toId('book', other.newsletterId) },
      { topicId: toId('topic', other.newsTopicId) },
      { addressBookId: 'book_nonsense' },
    ])
      expect(await check({ addresses: ['a@b.test'], ...asked })).toMatchObject({ status: 404 });
    const held = await keyFor(house, ['gate:ask'], await travel());
    const own = { addressBookId: toId('book', house.org.newsletterId), addresses: ['a@b.test'] };
    expect(await check(own, held)).toMatchObject({ status: 404 });
    expect(await check({ addresses: ['a@b.test'] }, held)).toMatchObject({ status: 404 });
  });
});

const travel = (): Promise<string> =>
  createAccount(house.test.db.sql, {
    organisationId: house.org.organisationId,
    name: `Travel ${Math.random()}`,
    sender: { name: 'Travel', address: 'travel@nordlys.example.test' },
    defaultLanguage: 'en',
  });

describe('GET /v1/suppressions and /v1/changes (D5)', () => {
  it('gives everybody who left, page by page, each once, and then what changed', async () => {
    const three = [await gone(), await gone(), await gone()];
    const keys: string[] = [];
    let after: string | null = null;
    let changes = '';
    do {
      const query = new URLSearchParams({ limit: '2', ...(after !== null && { after }) });
      const { status, body, headers } = await askV1(house, `/v1/suppressions?${query}`, listKey);
      expect(status).toBe(200);
      expect(body.items.length).toBeLessThanOrEqual(2);
      keys.push(...body.items.map(({ key }) => key));
      ({ next: after, changes } = body.end);
      if (after !== null) expect(headers.get('link')).toContain(encodeURIComponent(after));
    } while (after !== null);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { address } of three) expect(keys).toContain(keyOf(address));

    const late = await gone();
    await ledgerCounts(house.test.db.sql);
    const told = await askV1(house, `/v1/changes?after=${changes}`, listKey);
    expect(told.body.items).toEqual([
      {
        key: keyOf(late.address),
        channel: 'EMAIL',
        address: expect.stringContaining('•'),
        suppressions: [
          {
            scope: { kind: 'BOOK', id: toId('book', house.org.newsletterId) },
            ownListOf: null,
            state: 'OPTED_OUT',
            since: house.now.toISOString(),
            requestId: expect.stringMatching(/^optout_/),
            returnedTo: [],
          },
        ],
      },
    ]);
    expect(told.body.end.more).toBe(false);
    const then = await askV1(house, `/v1/changes?after=${told.body.end.next}`, listKey);
    expect(then.body.items).toEqual([]);
  });

  it('as NDJSON the end is the last line, and what they have already is not sent again', async () => {
    await gone();
    const accept = { accept: 'application/x-ndjson' };
    const whole = await askV1(house, '/v1/suppressions', listKey, { headers: accept });
    expect(whole.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const lines = whole.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toEqual({ next: null, changes: expect.any(String) });
    const etag = whole.headers.get('etag')!;
    const { end } = (await askV1(house, '/v1/changes', listKey)).body;
    const quiet = `/v1/changes?after=${end.next}`;
    const first = await askV1(house, quiet, listKey, { headers: accept });
    const again = { ...accept, 'if-none-match': first.headers.get('etag')! };
    expect(await askV1(house, quiet, listKey, { headers: again })).toMatchObject({
      status: 304,
      text: '',
    });
    expect(etag).not.toBe(first.headers.get('etag'));
  });

  it('addresses are masked; in clear they are for keys that have that use, and may be left out', async () => {
    const { address } = await gone();
    const shown = async (query: string, key: string): Promise<(string | null)[]> => {
      const { body } = await askV1(house, `/v1/suppressions?${query}`, key);
      return body.items.map((row) => row.address);
    };
    expect(await shown('', listKey)).not.toContain(address);
    expect(await shown('addresses=clear', clearKey)).toContain(address);
    expect(new Set(await shown('addresses=none', clearKey))).toEqual(new Set([null]));
    for (const path of ['/v1/suppressions', '/v1/changes'])
      expect(await askV1(house, `${path}?addresses=clear`, listKey)).toMatchObject({ status: 403 });
  });

  it('a key that is held to an account sees what stops it, and names no other', async () => {
    const { address } = await gone();
    const own = await travel();
    const held = await keyFor(house, ['suppressions:read'], own);
    const keys = async (query: string): Promise<string[]> => {
      const { body } = await askV1(house, `/v1/suppressions?${query}`, held);
      return body.items.map(({ key }) => key);
    };
    expect(await keys('')).not.toContain(keyOf(address));
    expect(await keys(`account=${toId('account', own)}`)).toEqual(await keys(''));
    const other = `account=${toId('account', house.org.accountId)}`;
    expect(await askV1(house, `/v1/suppressions?${other}`, held)).toMatchObject({ status: 404 });
    const stranger = await seed(house.test.db, { name: 'Stranger' });
    const foreign = `account=${toId('account', stranger.accountId)}`;
    expect(await askV1(house, `/v1/changes?${foreign}`, listKey)).toMatchObject({ status: 404 });
  });

  it('a cursor of another server is 410, with what to do; what is none is 400', async () => {
    const cursor = Buffer.from(JSON.stringify(['changes', '1/00000001', '5', '5'])).toString(
      'base64url',
    );
    const { status, body } = await askV1(house, `/v1/changes?after=${cursor}`, listKey);
    expect([status, body.code]).toEqual([410, 'CURSOR_GONE']);
    expect(body.message).toContain('/v1/suppressions');
    for (const after of [
      'x',
      cursor.slice(3),
      Buffer.from('["changes","a","-1","2"]').toString('base64url'),
    ])
      expect(await askV1(house, `/v1/changes?after=${after}`, listKey)).toMatchObject({
        status: 400,
      });
    const list = Buffer.from(JSON.stringify(['list', 's', '1', '1', 'x', 'y'])).toString(
      'base64url',
    );
    expect(await askV1(house, `/v1/suppressions?after=${list}`, listKey)).toMatchObject({
      status: 400,
    });
    expect(await askV1(house, '/v1/suppressions?limit=0', listKey)).toMatchObject({ status: 400 });
    expect(await askV1(house, '/v1/suppressions?after=a&after=b', listKey)).toMatchObject({
      status: 400,
    });
  });
});

describe('POST /v1/opt-outs (D5)', () => {
  const scope = () => ({ kind: 'BOOK', id: toId('book', house.org.newsletterId) });
  const add = (body: object, headers: Record<string, string> = {}, key = addKey) =>
    askV1(house, '/v1/opt-outs', key, {
      body: { channel: 'EMAIL', scope: scope(), ...body },
      headers,
    });

  it('what is answered without a problem is in force; what is no address is told, each in its place', async () => {
    const addresses = ['told@example.test', 'nobody', 'Told@example.test'];
    const { status, body } = await add({ addresses, note: 'By telephone' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ added: 2, rejected: 1 });
    expect(body.items.map(({ problem }) => problem)).toEqual([
      null,
      expect.stringContaining('not an e-mail address'),
      null,
    ]);
    expect(body.items[0]!.requestId).toBe(body.items[2]!.requestId);
    const asked = await check({ addressBookId: scope().id, addresses: ['told@example.test'] });
    expect(asked.body.answers).toMatchObject([
      { allowed: false, requestId: body.items[0]!.requestId },
    ]);
    const { data } = await house.ask<{ optOutRequest: object }>(
      'query ($id: ID!) { optOutRequest(id: $id) { method state } }',
      { id: body.items[0]!.requestId },
    );
    expect(data.optOutRequest).toMatchObject({ method: 'API', state: 'CONFIRMED' });
  });

  it('a repeat with its key does nothing and says the same; with another body it is refused', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await add({ addresses: ['once@example.test'] }, headers);
    const again = await add({ addresses: ['once@example.test'] }, headers);
    expect(again.body).toEqual(first.body);
    const other = await add({ addresses: ['other@example.test'] }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('a scope of somebody else, or none, is not there; a held key has its account alone', async () => {
    const other = await seed(house.test.db, { name: 'Another' });
    const held = await keyFor(house, ['opt-outs:add'], await travel());
    const one = { addresses: ['a@b.test'] };
    for (const id of [toId('book', other.newsletterId), 'book_nonsense', undefined])
      expect(await add({ ...one, scope: { kind: 'BOOK', id } })).toMatchObject({ status: 404 });
    for (const wide of [scope(), { kind: 'ORGANISATION' }])
      expect(await add({ ...one, scope: wide }, {}, held)).toMatchObject({ status: 404 });
  });
});

describe('/v1, whoever asks', () => {
  it('reads nothing of a body before it has seen a key', async () => {
    const body = `{"channel":"EMAIL","addresses":["${'x'.repeat(3_000_000)}"]}`;
    for (const path of ['/v1/check', '/v1/opt-outs'])
      expect(await askV1(house, path, null, { body })).toMatchObject({ status: 401 });
    expect(await askV1(house, '/v1/check', listKey, { body: '{' })).toMatchObject({ status: 403 });
    const wrong = await askV1(house, '/v1/check', gateKey, { body: '{' });
    expect([wrong.status, wrong.body.message]).toEqual([400, 'This request can not be read.']);
    const many = await askV1(house, '/v1/check', gateKey, { body: `"${'x'.repeat(5_000_000)}"` });
    expect(many.status).toBe(413);
  });

  it('says how much a key may still ask, and when it asked too much', async () => {
    const eager = await keyFor(house, ['suppressions:read']);
    const before = await askV1(house, '/v1/changes', eager);
    expect(before.headers.get('ratelimit-remaining')).toBe('1199');
    const all = await Promise.all(
      Array.from({ length: 1_200 }, () => askV1(house, '/v1/changes?limit=0', eager)),
    );
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await askV1(house, '/v1/changes', listKey)).toMatchObject({ status: 200 });
  });

  it('answers 503 with Retry-After while the database is away (Q-12)', async () => {
    const lost = await openHouse();
    const key = await keyFor(lost, ['gate:ask', 'suppressions:read', 'opt-outs:add']);
    await lost.loseDatabase();
    for (const [path, body] of [
      ['/v1/check', { channel: 'EMAIL', addresses: [] }],
      ['/v1/changes', undefined],
      ['/v1/suppressions', undefined],
    ] as const) {
      const { status, headers } = await askV1(lost, path, key, { body });
      expect([path, status]).toEqual([path, 503]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await lost.close();
  });

  it('logs no fault of ours, whatever was asked above', () => {
    expect(house.log()).not.toContain('"level":50');
  });
});
