import { addMember, beginSession, recordOptOut } from '@adieu/db';
import { createSecretToken } from '@adieu/keys';
import { seed, leaves, until } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';
import { open, readWhole, type Whole } from './read-http.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const openAudience = (bookId: string, query: string, key = house.org.adminKey, accept = '*/*') =>
  open(`${house.url}/audience/${toId('book', bookId)}?${query}`, {
    authorization: `Bearer ${key}`,
    accept,
  });
const ask = async (...given: Parameters<typeof openAudience>): Promise<Whole> =>
  readWhole(await openAudience(...given));

/** A book of its own with `count` contacts; gives it and its people. */
async function bookOf(
  count: number,
  options: { purpose?: string; fields?: string } = {},
): Promise<{ bookId: string; people: { id: string; address: string }[] }> {
  const { sql } = house.test.db;
  const name = randomUUID();
  const [book] = await sql.rows<{ id: string }>(
    'INSERT INTO address_book (account_id, name, purpose) VALUES ($1, $2, $3) RETURNING id',
    [house.org.accountId, name, options.purpose ?? 'MARKETING'],
  );
  const people = await sql.rows<{ id: string; address: string }>(
    `WITH people AS (
       INSERT INTO recipient (organisation_id, channel, address_key, address)
       SELECT $1, 'EMAIL', sha256(convert_to($2 || i, 'UTF8')), 'p' || i || '-' || $2 || '@example.test' FROM generate_series(1, $3::int) i
       RETURNING id, address
     ), contacts AS (
       INSERT INTO contact (id, address_book_id, language, fields) SELECT id, $4, 'sv', $5::jsonb FROM people
     ), addresses AS (
       INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id) SELECT id, 'EMAIL', $4, id FROM people
     ) SELECT * FROM people`,
    [house.org.organisationId, name, count, book!.id, options.fields ?? '{"first_name": "Åsa"}'],
  );
  return { bookId: book!.id, people };
}

const leave = (recipientId: string, bookId: string, signal: 'CLEAR' | 'UNCLEAR' = 'CLEAR') => {
  const { organisationId } = house.org;
  const target = { organisationId, recipientId, scope: { kind: 'BOOK', id: bookId } } as const;
  return leaves(house.test.db.sql, target, { signal, now: house.now });
};

interface OnRecord {
  state: string;
  madeBy: string;
  handedOut: number | null;
  stopped: { reason: string; count: number }[];
  unfiltered: boolean;
  unfilteredReason: string | null;
  unfilteredAllowedBy: string | null;
  purpose: string;
}

async function onRecord(exportId: string | undefined): Promise<OnRecord | undefined> {
  const { data } = await house.ask<{ audienceExports: { nodes: ({ id: string } & OnRecord)[] } }>(
    `{ audienceExports(first: 100) { nodes {
       id state madeBy handedOut stopped { reason count } unfiltered unfilteredReason unfilteredAllowedBy purpose addressBook { name }
     } } }`,
  );
  return data.audienceExports.nodes.find(({ id }) => id === exportId);
}

async function byId(exportId: string, key?: string): Promise<unknown> {
  const { data } = await house.ask<{ audienceExport: unknown }>(
    'query ($id: ID!) { audienceExport(id: $id) { id state madeBy } }',
    { id: exportId },
    key,
  );
  return data?.audienceExport;
}

/** Resolves when the record of an export says so: it is written as its connection ends, which the client does not see. */
const untilOnRecord = (exportId: string, state: string): Promise<OnRecord> =>
  until(async () => {
    const found = await onRecord(exportId);
    return found?.state === state && found;
  });

const linesOf = ({ body }: Whole): Record<string, unknown>[] =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('an audience (D3)', () => {
  it('holds whoever may be written to, says how many it left out and why, and that it is whole', async () => {
    const { bookId, people } = await bookOf(2_500);
    await leave(people[0]!.id, bookId);
    await leave(people[1]!.id, bookId);
    await leave(people[2]!.id, bookId, 'UNCLEAR');
    await house.test.db.sql.rows('UPDATE contact SET removed_at = now() WHERE id = $1', [
      people[3]!.id,
    ]);
    const answer = await ask(bookId, 'use=EMAIL', house.org.campaignerKey);
    expect(answer).toMatchObject({
      status: 200,
      isCut: false,
      headers: {
        'content-type': 'application/x-ndjson',
        'adieu-as-of': house.now.toISOString(),
        'cache-control': 'no-store',
      },
      trailers: {
        'adieu-complete': 'true',
        'adieu-count': '2496',
        'adieu-stopped': '{"OPTED_OUT":2,"PAUSED":1}',
        'content-digest': answer.digest,
      },
    });
    const lines = linesOf(answer);
    const stopped = { OPTED_OUT: 2, PAUSED: 1 };
    expect(lines.pop()).toEqual({ complete: true, count: 2_496, stopped });
    expect(lines).toContainEqual({
      address: people[4]!.address,
      channel: 'EMAIL',
      language: 'sv',
      fields: { first_name: 'Åsa' },
    });
    const given = new Set(lines.map(({ address }) => address));
    expect(given).toEqual(new Set(people.slice(4).map(({ address }) => address)));
    const exportId = answer.headers['adieu-export-id'] as string;
    expect(await byId(exportId)).toMatchObject({ id: exportId, state: 'COMPLETE' });
    const foreign = await seed(house.test.db, { name: 'Foreign by id' });
    expect(await byId(exportId, foreign.adminKey)).toBeNull();
    expect(await onRecord(exportId)).toMatchObject({
      state: 'COMPLETE',
      madeBy: 'campaigner of the test',
      handedOut: 2_496,
      stopped: [
        { reason: 'OPTED_OUT', count: 2 },
        { reason: 'PAUSED', count: 1 },
      ],
      unfiltered: false,
    });
    const from = house.now.toISOString();
    const to = new Date(house.now.getTime() + 1_000).toISOString();
    const { data } = await house.ask<{ gateStops: object[] }>(
      `{ gateStops(from: "${from}", to: "${to}") { reason messages exported } }`,
    );
    expect(data.gateStops).toEqual([
      { reason: 'OPTED_OUT', messages: 0, exported: 2 },
      { reason: 'PAUSED', messages: 0, exported: 1 },
    ]);
  });

  it('comes as CSV by Accept or format, with the fields that were asked for, safe in a spreadsheet', async () => {
    const fields = '{"name": "=1+1", "city": "Malmö, \\"S\\""}';
    const { bookId, people } = await bookOf(1, { fields });
    const byAccept = await ask(bookId, 'use=ANY&fields=name,city', undefined, 'text/csv');
    expect(byAccept.headers['content-type']).toContain('text/csv');
    expect(byAccept.body).toBe(
      `address,channel,language,name,city\r\n${people[0]!.address},EMAIL,sv,'=1+1,"Malmö, ""S"""\r\n`,
    );
    expect(byAccept.trailers).toMatchObject({
      'adieu-complete': 'true',
      'adieu-count': '1',
      'content-digest': byAccept.digest,
    });
    const byFormat = await ask(bookId, 'use=ANY&format=csv');
    expect(byFormat.body).toBe(`address,channel,language\r\n${people[0]!.address},EMAIL,sv\r\n`);
    const marked = await ask(bookId, 'use=ANY&format=csv&bom=1');
    expect(marked.body).toBe(`\uFEFF${byFormat.body}`);
    const book = await ask(bookId, 'use=ANY&format=xlsx&fields=name');
    expect(book.headers['content-type']).toContain('spreadsheetml');
    expect(book.body.startsWith('PK')).toBe(true);
    expect(book.trailers).toMatchObject({ 'adieu-complete': 'true', 'adieu-count': '1' });
    const json = await ask(bookId, 'use=ANY&fields=name,none');
    expect(linesOf(json)[0]!['fields']).toEqual({ name: '=1+1', none: null });
  });

  it('of a use is of that channel alone; an empty one is whole too', async () => {
    const { bookId } = await bookOf(1);
    const answer = await ask(bookId, 'use=SMS');
    expect(linesOf(answer)).toEqual([{ complete: true, count: 0, stopped: {} }]);
    expect(answer.trailers['adieu-complete']).toBe('true');
  });

  it('of a topic leaves out whoever left the topic', async () => {
    const { bookId, people } = await bookOf(2);
    const { organisationId, newsTopicId } = house.org;
    await recordOptOut(house.test.db.sql, {
      target: {
        organisationId,
        recipientId: people[0]!.id,
        scope: { kind: 'TOPIC', id: newsTopicId },
      },
      signal: 'CLEAR',
      method: 'API',
      actor: { kind: 'KEY', name: 'test' },
      evidence: {},
      now: house.now,
    });
    const countOf = async (query: string): Promise<unknown> =>
      (await ask(bookId, query)).trailers['adieu-count'];
    expect(await countOf('use=EMAIL')).toBe('2');
    expect(await countOf(`use=EMAIL&topic=${toId('topic', newsTopicId)}`)).toBe('1');
  });

  it.each([
    ['use=', 400, 'use'],
    ['', 400, 'use'],
    ['use=EMAIL&format=xls', 400, 'format'],
    ['use=EMAIL&topc=x', 400, 'topc'],
    ['use=EMAIL&use=SMS', 400, 'use'],
    ['use=EMAIL&topic=x', 400, 'topic'],
    ['use=EMAIL&purpose=SERVICE', 403, 'purpose'],
    ['use=EMAIL&purpose=TRANSACTIONAL', 403, 'purpose'],
    ['use=EMAIL&unfiltered=1', 400, 'purpose'],
    ['use=EMAIL&unfiltered=1&purpose=SERVICE', 403, 'unfiltered'],
    ['use=EMAIL&unfiltered=1&purpose=MARKETING', 403, 'unfiltered'],
  ])('asked for by %j is refused (%i), and nothing is on record', async (query, status, field) => {
    const before = await house.test.db.sql.rows('SELECT 1 FROM audience_export');
    const answer = await ask(house.org.newsletterId, query);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ field });
    expect(await house.test.db.sql.rows('SELECT 1 FROM audience_export')).toHaveLength(
      before.length,
    );
  });

  it('is nobody’s without a key, and of another organisation like none (Q-8)', async () => {
    const foreign = await seed(house.test.db, { name: 'Somebody else' });
    const theirs = await ask(house.org.newsletterId, 'use=EMAIL', foreign.adminKey);
    const none = await ask(randomUUID(), 'use=EMAIL', foreign.adminKey);
    expect([theirs.status, theirs.body]).toEqual([none.status, none.body]);
    expect(theirs.status).toBe(404);
    const url = `${house.url}/audience/${toId('book', house.org.newsletterId)}?use=EMAIL`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    // A HEAD is a page of the preference center, which is away here, and no export.
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(503);
  });
});

describe('an audience, while people leave', () => {
  it('never holds anybody whose wish was answered before Adieu-As-Of (I-4)', async () => {
    const { bookId, people } = await bookOf(6_000);
    const answered = new Set<string>();
    const STORM = 1_500;
    const storm = (async () => {
      for (const { id, address } of people.slice(0, STORM)) {
        await leave(id, bookId);
        answered.add(address);
      }
    })();
    let exports = 0;
    while (answered.size < STORM || exports === 0) {
      const before = new Set(answered);
      const answer = await ask(bookId, 'use=EMAIL');
      const lines = linesOf(answer);
      const end = lines.pop() as { count: number; stopped: { OPTED_OUT?: number } };
      const given = lines.map(({ address }) => address as string);
      expect(given.filter((address) => before.has(address))).toEqual([]);
      expect(new Set(given).size).toBe(given.length);
      // One snapshot: whoever is not in it was stopped in it, and those are the first so many who left.
      expect(end.count + (end.stopped.OPTED_OUT ?? 0)).toBe(people.length);
      const stopped = people.slice(0, end.stopped.OPTED_OUT ?? 0).map(({ address }) => address);
      expect(given.filter((address) => stopped.includes(address))).toEqual([]);
      exports += 1;
    }
    await storm;
    expect(exports).toBeGreaterThan(1);
  }, 60_000);
});

describe('an audience that ends too early', () => {
  const LARGE = { fields: JSON.stringify({ text: 'x'.repeat(2_000) }) };
  it('because the database went away is cut: no last line, no trailer, and on record as such', async () => {
    const { bookId } = await bookOf(20_000, LARGE);
    const response = await openAudience(bookId, 'use=EMAIL');
    await house.test.db.sql.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%FROM book_address k%'`,
    );
    const answer = await readWhole(response);
    expect(answer.isCut).toBe(true);
    expect(answer.body).not.toContain('"complete":true');
    expect(answer.trailers).toEqual({});
    const found = await untilOnRecord(response.headers['adieu-export-id'] as string, 'CUT');
    expect(found.handedOut).toBeLessThan(20_000);
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
  });

  it('because its reader left is on record as cut, and frees its connection', async () => {
    const { bookId } = await bookOf(20_000, LARGE);
    for (let turn = 0; turn < 6; turn += 1) {
      const response = await openAudience(bookId, 'use=EMAIL&format=csv&fields=text');
      expect(response.statusCode).toBe(200);
      response.destroy();
      await untilOnRecord(response.headers['adieu-export-id'] as string, 'CUT');
    }
  });

  /** Opens a list that is longer than a connection's buffers, and reads nothing of it. */
  async function begin(key: string): Promise<IncomingMessage> {
    const { bookId } = await bookOf(20_000, LARGE);
    const response = await open(`${house.url}/audience/${toId('book', bookId)}?use=EMAIL`, {
      authorization: key.startsWith('Session ') ? key : `Bearer ${key}`,
    });
    expect(response.statusCode).toBe(200);
    return response;
  }
  async function afterItsCut(response: IncomingMessage): Promise<Whole> {
    await untilOnRecord(response.headers['adieu-export-id'] as string, 'CUT');
    return readWhole(response);
  }
  const CUT = { isCut: true, trailers: {} };

  it('because its key was revoked, is cut in the middle (Q-8)', async () => {
    const { data } = await house.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      `mutation { createApiKey(input: { name: "list", role: ADMIN }) {
         ... on ApiKeyCreated { secret apiKey { id } } } }`,
    );
    const { secret, apiKey } = data.createApiKey;
    const response = await begin(secret);
    const revoke = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { __typename } }';
    const revoked = await house.ask(revoke, { id: apiKey.id });
    expect(revoked.data).toMatchObject({ revokeApiKey: { __typename: 'ApiKeyRevoked' } });
    expect(await afterItsCut(response)).toMatchObject(CUT);
  });

  it('because its session ended, or gives other rights, is cut in the middle (Q-8)', async () => {
    const { sql } = house.test.db;
    const memberSession = async (email: string) => {
      const words = { name: 'Eva', email, language: 'en', digestSeconds: 86_400 } as const;
      const { organisationId } = house.org;
      const made = await addMember(sql, { organisationId, ...words });
      if ('refused' in made) throw new Error(made.refused);
      const { memberId } = made;
      await sql.rows(`INSERT INTO member_role (member_id, role) VALUES ($1, 'ADMIN')`, [memberId]);
      const { secret, hash: secretHash } = createSecretToken();
      const session = { memberId, secretHash, means: 'MAIL', userAgent: null } as const;
      await beginSession(sql, { ...session, now: house.now });
      return { memberId, key: `Session ${secret}` };
    };
    const first = await memberSession('eva@example.test');
    const ended = await begin(first.key);
    await sql.rows('UPDATE member_session SET ended_at = $2 WHERE member_id = $1', [
      first.memberId,
      house.now,
    ]);
    expect(await afterItsCut(ended)).toMatchObject(CUT);
    const second = await memberSession('eve@example.test');
    const changed = await begin(second.key);
    await sql.rows(`DELETE FROM member_role WHERE member_id = $1 AND role = 'ADMIN'`, [
      second.memberId,
    ]);
    expect(await afterItsCut(changed)).toMatchObject(CUT);
  });

  it('because its reader is slower than anybody who reads, and would hold its place for ever (Q-12)', async () => {
    const hasty = await openHouse({ downloadPace: { graceMs: 0, bytesPerSecond: 1e12 } });
    const before = house;
    house = hasty;
    try {
      expect(await afterItsCut(await begin(hasty.org.adminKey))).toMatchObject(CUT);
    } finally {
      house = before;
      await hasty.close();
    }
  });

  it('and two at once are enough for one organisation: the third is told to wait (Q-12)', async () => {
    const { bookId } = await bookOf(20_000, LARGE);
    const readers = await Promise.all([1, 2].map(() => openAudience(bookId, 'use=EMAIL')));
    const third = await ask(bookId, 'use=EMAIL');
    expect(third).toMatchObject({
      status: 429,
      headers: { 'retry-after': '30', 'ratelimit-limit': '4', 'ratelimit-remaining': '0' },
    });
    // It is read by the same few connections, so that whoever reads slowly would keep others from their lists by it.
    const left = await fetch(`${house.url}/reports/unsubscribed`, {
      headers: { authorization: `Bearer ${house.org.adminKey}` },
    });
    expect([left.status, await left.json()]).toMatchObject([429, { code: 'LIMIT_REACHED' }]);
    for (const reader of readers) expect((await readWhole(reader)).isCut).toBe(false);
    // Nothing of all this is left open.
    expect(
      await house.test.db.sql.rows(`SELECT 1 FROM audience_export WHERE state = 'RUNNING'`),
    ).toEqual([]);
    expect((await ask(bookId, 'use=SMS')).status).toBe(200);
  });
});

describe('an audience that is handed out unfiltered (D3)', () => {
  const allow = async (bookId: string, more: object = {}, key?: string) =>
    (
      await house.ask<{ allowUnfilteredExport: Record<string, unknown> }>(
        `mutation ($input: AllowUnfilteredExportInput!) { allowUnfilteredExport(input: $input) {
           __typename ... on UnfilteredExportAllowed { purpose until addressBook { id } } ... on Problem { code field }
         } }`,
        {
          input: {
            addressBookId: toId('book', bookId),
            purpose: 'SERVICE',
            reason: 'Fire drill: everybody must know.',
            ...more,
          },
        },
        key,
      )
    ).data.allowUnfilteredExport;

  it('was chosen for it before, by an admin, with a purpose and a reason, and is on record with both', async () => {
    const { bookId, people } = await bookOf(3, { purpose: 'SERVICE' });
    await leave(people[0]!.id, bookId);
    const query = 'use=EMAIL&unfiltered=1&purpose=SERVICE';
    expect(JSON.parse((await ask(bookId, query)).body)).toMatchObject({ code: 'NOT_CHOSEN' });
    expect(await allow(bookId)).toEqual({
      __typename: 'UnfilteredExportAllowed',
      purpose: 'SERVICE',
      until: new Date(house.now.getTime() + 30 * 86_400_000).toISOString(),
      addressBook: { id: toId('book', bookId) },
    });
    expect((await ask(bookId, query, house.org.campaignerKey)).status).toBe(403);
    expect((await ask(bookId, 'use=EMAIL&unfiltered=1&purpose=TRANSACTIONAL')).status).toBe(403);
    const whole = await ask(bookId, query);
    expect(linesOf(whole).at(-1)).toEqual({ complete: true, count: 3, stopped: {} });
    expect(await onRecord(whole.headers['adieu-export-id'] as string)).toMatchObject({
      handedOut: 3,
      madeBy: 'admin of the test',
      unfiltered: true,
      unfilteredReason: 'Fire drill: everybody must know.',
      unfilteredAllowedBy: 'admin of the test',
      purpose: 'SERVICE',
    });
    // Without asking for it, it is filtered as ever.
    expect((await ask(bookId, 'use=EMAIL')).trailers['adieu-count']).toBe('2');
    // A shorter choice ends the longer one.
    const end = new Date(house.now.getTime() + 1_000);
    await allow(bookId, { until: end.toISOString() });
    const began = house.now;
    house.now = end;
    expect(JSON.parse((await ask(bookId, query)).body)).toMatchObject({ code: 'NOT_CHOSEN' });
    house.now = began;
  });

  it('is never a marketing book, and never for marketing', async () => {
    const refused = { __typename: 'PolicyRefused', code: 'MARKETING_STAYS_FILTERED' };
    expect(await allow(house.org.newsletterId)).toMatchObject(refused);
    expect(await allow(house.org.staffId, { purpose: 'MARKETING' })).toMatchObject(refused);
  });

  it.each([
    [{ reason: ' ' }, 'REASON_REQUIRED', 'reason'],
    [{ reason: 'x'.repeat(2_001) }, 'REASON_TOO_LONG', 'reason'],
    [{ until: '2026-05-04T07:59:59Z' }, 'UNTIL_OUT_OF_RANGE', 'until'],
    [{ until: '2028-01-01T00:00:00Z' }, 'UNTIL_OUT_OF_RANGE', 'until'],
    [{ addressBookId: 'book_none' }, 'INVALID_INPUT', 'addressBookId'],
    [{ addressBookId: toId('book', crypto.randomUUID()) }, 'NOT_FOUND', 'addressBookId'],
  ])('is not chosen with %o', async (more, code, field) => {
    expect(await allow(house.org.staffId, more)).toMatchObject({ code, field });
  });
});
