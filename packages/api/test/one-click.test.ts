import { request as httpRequest } from 'node:http';
import { randomUUID } from 'node:crypto';
import { createKeyRing, signMessageLink } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';

const ONE_CLICK = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse();
  mails = await seedMails(house, { count: 140 });
});
afterAll(() => house?.close());

/** Each test takes mails that no other has. */
const nextMail = (): SeededMail => mails.pop()!;
const at = (token: string, tail = ''): string => `${house.url}/u/${token}${tail}`;
const click = (token: string, more: RequestInit = {}): Promise<Response> =>
  fetch(at(token), { method: 'POST', body: ONE_CLICK, redirect: 'manual', ...more });
const requestsOf = (mail: SeededMail): Promise<number> =>
  countOf(house, 'opt_out_request', `message_id = '${mail.messageId}'`);

async function stateOf(address: string): Promise<unknown> {
  const { data } = await house.ask<{ mayContact: unknown }>(
    `query ($input: MayContactInput!) {
       mayContact(input: $input) { allowed because since request { state method signal } }
     }`,
    { input: { address, channel: 'EMAIL', purpose: 'MARKETING', addressBookId: await bookId() } },
  );
  return data.mayContact;
}

async function bookId(): Promise<string> {
  const { data } = await house.ask<{ addressBooks: { nodes: { id: string; name: string }[] } }>(
    '{ addressBooks { nodes { id name } } }',
  );
  return data.addressBooks.nodes.find(({ name }) => name === 'Newsletter')!.id;
}

describe('POST /u/<token>', () => {
  it('opts out at once, and mayContact says no and why (O-1)', async () => {
    const mail = nextMail();
    expect(await stateOf(mail.address)).toMatchObject({ allowed: true, because: 'NO_OBJECTION' });
    const answer = await click(mail.token);
    expect(answer.status).toBe(200);
    expect(await stateOf(mail.address)).toEqual({
      allowed: false,
      because: 'OPTED_OUT',
      since: house.now.toISOString(),
      request: { state: 'CONFIRMED', method: 'ONE_CLICK', signal: 'CLEAR' },
    });
  });

  it('takes multipart, and the boundaries of RFC 8058 8.3 as printed (O-2)', async () => {
    const [usual, printed] = [nextMail(), nextMail()];
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await click(usual.token, { body: form })).status).toBe(200);
    const asPrinted = await click(printed.token, {
      headers: { 'content-type': 'multipart/form-data; boundary=---FormBoundaryjWmhtjORrn' },
      body: [
        '---FormBoundaryjWmhtjORrn',
        'Content-Disposition: form-data; name="List-Unsubscribe"',
        '',
        'One-Click',
        '---FormBoundaryjWmhtjORrn--',
        '',
      ].join('\r\n'),
    });
    expect(asPrinted.status).toBe(200);
    expect(await requestsOf(usual)).toBe(1);
    expect(await requestsOf(printed)).toBe(1);
  });

  it('never redirects: valid or not, with or without a slash, under any host name (O-3)', async () => {
    const mail = nextMail();
    const answers = await Promise.all([
      click(mail.token),
      fetch(at(mail.token, '/'), { method: 'POST', body: ONE_CLICK, redirect: 'manual' }),
      click('nonsense'),
      click('nonsense/'),
      rawPost(`/u/${mail.token}`, { host: 'alias.example.test' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 200]);
  });

  it('asks for nothing and keeps nothing: no cookie, no challenge, no CORS; what a client sends of these is ignored (O-4, O-7)', async () => {
    const answer = await click(nextMail().token, {
      headers: {
        cookie: 'session=1',
        authorization: 'Bearer wrong',
        origin: 'https://elsewhere.example.test',
      },
    });
    expect(answer.status).toBe(200);
    for (const name of [
      'set-cookie',
      'www-authenticate',
      'access-control-allow-origin',
      'location',
    ])
      expect(answer.headers.get(name), name).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await answer.arrayBuffer()).byteLength).toBeLessThanOrEqual(1024);
  });

  const TYPES = [
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'application/x-www-form-urlencoded;charset=iso-8859-1',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    'text/plain; charset=us-ascii',
    'text/html',
    'application/json',
    'application/octet-stream',
    'nonsense',
    '',
    null,
  ];
  const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n';
  const BODIES = [
    ['List-Unsubscribe=One-Click', true],
    ['List-Unsubscribe=One-Click\r\n', true],
    [`${multipart}One-Click\r\n--x--\r\n`, true],
    ['', false],
    ['List-Unsubscribe=Yes', false],
    [`${multipart}no\r\n--x--\r\n`, false],
    ['{"List-Unsubscribe":"One-Click"}', false],
  ] as const;

  it.each(TYPES)('is 2xx if and only if its wish is in force, as %s (O-1, O-6)', async (type) => {
    const found: unknown[] = [];
    for (const [body] of BODIES) {
      const mail = nextMail();
      const headers = type === null ? {} : { 'content-type': type };
      const answer = await rawPost(`/u/${mail.token}`, headers, body);
      found.push([body, answer.status, (await requestsOf(mail)) === 1]);
      const isPage = answer.text.includes('Nothing has changed yet');
      expect([body, isPage]).toEqual([body, answer.status === 400]);
    }
    expect(found).toEqual(BODIES.map(([body, wish]) => [body, wish ? 200 : 400, wish]));
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'is not %s: 405 with Allow (O-6)',
    async (method) => {
      const mail = nextMail();
      const answer = await fetch(at(mail.token), { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
      expect(await requestsOf(mail)).toBe(0);
    },
  );

  it('two hundred times at once is one request, one event, one row for the workflow (O-8)', async () => {
    const mail = nextMail();
    const answers = await Promise.all(Array.from({ length: 200 }, () => click(mail.token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await requestsOf(mail)).toBe(1);
    const of = `request_id = (SELECT id FROM opt_out_request WHERE message_id = '${mail.messageId}')`;
    expect(await countOf(house, 'ledger_event', of)).toBe(1);
    expect(
      await countOf(
        house,
        'outbox',
        `message->>'requestId' = (SELECT id::text FROM opt_out_request WHERE message_id = '${mail.messageId}')`,
      ),
    ).toBe(1);
  });

  it('answers every link that is not ours alike, whether its message exists or not (O-9)', async () => {
    const mail = nextMail();
    const forged = [
      signMessageLink(createKeyRing(), mail.messageId),
      signMessageLink(createKeyRing(), randomUUID()),
      signMessageLink(house.org.ring, randomUUID()),
      `${mail.token.slice(0, -1)}${mail.token.endsWith('A') ? 'B' : 'A'}`,
      'x'.repeat(48),
      'short',
    ];
    const answers = await Promise.all(
      forged.map(async (token) => {
        const answer = await click(token);
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
    expect(await requestsOf(mail)).toBe(0);
  });

  it('still works two years after the mail was sent (O-10)', async () => {
    const mail = nextMail();
    const before = house.now;
    house.now = new Date('2028-05-04T08:00:00.000Z');
    try {
      expect((await click(mail.token)).status).toBe(200);
      expect(await requestsOf(mail)).toBe(1);
    } finally {
      house.now = before;
    }
  });

  it('limits invalid links, and never a valid one (O-12)', async () => {
    const many = await Promise.all(Array.from({ length: 80 }, (_, i) => click(`wrong-${i}`)));
    const refused = many.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('retry-after')).toBe('60');
    expect((await click(nextMail().token)).status).toBe(200);
  });

  it('leaves the scope of its message, and no more (O-14)', async () => {
    const topical = await seedMails(house, { count: 1, topicId: house.org.newsTopicId });
    expect((await click(topical[0]!.token)).status).toBe(200);
    const scopes = await house.test.db.sql.rows(
      'SELECT scope_kind AS kind, scope_id AS id FROM opt_out_request WHERE message_id = $1',
      [topical[0]!.messageId],
    );
    expect(scopes).toEqual([{ kind: 'TOPIC', id: house.org.newsTopicId }]);
  });

  it('takes chunked bodies and Expect: 100-continue (O-15)', async () => {
    const mail = nextMail();
    const answer = await rawPost(`/u/${mail.token}`, {
      expect: '100-continue',
      'transfer-encoding': 'chunked',
    });
    expect(answer.status).toBe(200);
    expect(await requestsOf(mail)).toBe(1);
  });

  it('writes neither token nor address into the log, not at the finest level (O-13)', () => {
    expect(house.log()).toContain('/u/:token');
    expect(house.log()).not.toContain('example.test');
    expect(house.log()).not.toMatch(/[\w-]{48}/);
    expect(house.log()).not.toContain('wrong-');
  });
});

describe('without its database', () => {
  it('POST /u/<token> says 503 with Retry-After, never 2xx, and logs no address (O-11)', async () => {
    const other = await openHouse();
    try {
      const [mail] = await seedMails(other, { count: 1 });
      await other.loseDatabase();
      const answer = await fetch(`${other.url}/u/${mail!.token}`, {
        method: 'POST',
        body: ONE_CLICK,
      });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('30');
      expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
      const ready = await fetch(`${other.url}/readyz`);
      expect(ready.status).toBe(503);
      expect(ready.headers.get('retry-after')).toBe('5');
      expect(other.log()).toContain('could not be recorded');
      expect(other.log()).not.toContain(mail!.token);
    } finally {
      await other.close();
    }
  });
});

/** A POST with headers that fetch would not send, or would add. */
function rawPost(
  path: string,
  headers: Record<string, string>,
  body = ONE_CLICK.toString(),
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      new URL(path, house.url),
      { method: 'POST', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
