import { describe, expect, it, onTestFinished } from 'vitest';
import { parseAllowedNetworks } from '../../src/outbound/allowed-networks.ts';
import { faultOf } from '../../src/outbound/faults.ts';
import type { Guard, LookUpAll } from '../../src/outbound/guarded-connect.ts';
import { createOutbound, type Outbound } from '../../src/outbound/outbound.ts';
import { clearServer, secureServer, talkingServer } from './bad-servers.ts';

const LOOPBACK = parseAllowedNetworks('127.0.0.1');

function outbound(guard: Partial<Guard> = {}): Outbound {
  const made = createOutbound({ allow: [], connectMs: 2_000, ...guard });
  onTestFinished(() => made.close());
  return made;
}

/** A resolver that gives a name's addresses, another set at each question. */
function resolver(...answers: readonly string[][]): LookUpAll & { asked: number } {
  const look = Object.assign(
    (_name: string, answer: Parameters<LookUpAll>[1]) => {
      const addresses = answers[Math.min(look.asked++, answers.length - 1)]!;
      const family = (address: string) => (address.includes(':') ? 6 : 4);
      setImmediate(
        answer,
        null,
        addresses.map((address) => ({ address, family: family(address) })),
      );
    },
    { asked: 0 },
  );
  return look;
}

const get = (url: string, withinMs = 2_000) =>
  ({ method: 'GET', url, headers: {}, body: null, withinMs }) as const;

describe('an address that is not public', () => {
  it.each([
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'https://10.0.0.1/',
  ])('%s is refused (K-6)', async (url) => {
    expect(await outbound().ask(get(url), 100)).toMatchObject({ fault: 'PRIVATE_ADDRESS' });
  });

  it('is refused behind a name too, also as one among public ones, and nothing connects (K-6)', async () => {
    let requests = 0;
    const port = await clearServer((_request, response) => {
      requests += 1;
      response.end();
    });
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1'], []])
      expect(
        await outbound({ lookUpAll: resolver(addresses) }).ask(
          get(`https://hooks.example.test:${port}/`),
          100,
        ),
      ).toMatchObject({ fault: 'PRIVATE_ADDRESS' });
    expect(requests).toBe(0);
  });

  it('is refused where the name changes its mind between two connections (K-6)', async () => {
    const { port, ca } = await secureServer('hooks.example.test', (_request, response) => {
      response.writeHead(200, { connection: 'close' }).end('taken');
    });
    const look = resolver(['127.0.0.1'], ['169.254.169.254']);
    const asked = outbound({ allow: LOOPBACK, ca, lookUpAll: look });
    const url = `https://hooks.example.test:${port}/`;
    expect(await asked.ask(get(url), 100)).toMatchObject({ status: 200 });
    expect(await asked.ask(get(url), 100)).toMatchObject({ fault: 'PRIVATE_ADDRESS' });
    expect(look.asked).toBe(2);
  });

  it('is asked for once for each connection: what was judged is what is connected to (K-6)', async () => {
    const look = resolver(['127.0.0.1'], ['8.8.8.8']);
    const port = await clearServer((_request, response) => response.end('here'));
    const answer = await outbound({ allow: LOOPBACK, lookUpAll: look }).ask(
      get(`http://hooks.example.test:${port}/`),
      100,
    );
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('here') });
    expect(look.asked).toBe(1);
  });

  it('is spoken to where the operator allows it, without TLS too; others are not (K-6)', async () => {
    const port = await clearServer((_request, response) => response.end('here'));
    const allowing = outbound({ allow: LOOPBACK });
    expect(await allowing.ask(get(`http://127.0.0.1:${port}/`), 100)).toMatchObject({
      status: 200,
    });
    expect(await allowing.ask(get(`http://127.0.0.2:${port}/`), 100)).toMatchObject({
      fault: 'PRIVATE_ADDRESS',
    });
  });
});

it('a public server without TLS is refused (K-6)', async () => {
  expect(await outbound().ask(get('http://8.8.8.8/'), 100)).toMatchObject({
    fault: 'HTTPS_NEEDED',
  });
  const named = outbound({ lookUpAll: resolver(['8.8.8.8']) });
  expect(await named.ask(get('http://hooks.example.test/'), 100)).toMatchObject({
    fault: 'HTTPS_NEEDED',
  });
});

describe('a server', () => {
  it.each([
    ['signed by nobody known', 'hooks.example.test', 1, false],
    ['for another name', 'other.example.test', 1, true],
    ['out of date', 'hooks.example.test', -1, true],
  ])('whose certificate is %s is not spoken to (K-6)', async (_what, name, days, isTrusted) => {
    let requests = 0;
    const { port, ca } = await secureServer(name, () => (requests += 1), days);
    const asked = outbound({
      allow: LOOPBACK,
      lookUpAll: resolver(['127.0.0.1']),
      ...(isTrusted && { ca }),
    });
    expect(await asked.ask(get(`https://hooks.example.test:${port}/`), 100)).toMatchObject({
      fault: 'CERTIFICATE',
    });
    expect(requests).toBe(0);
  });

  it('that sends on is not followed (K-4)', async () => {
    let requests = 0;
    const port = await clearServer((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    const answer = await outbound({ allow: LOOPBACK }).ask(get(`http://127.0.0.1:${port}/`), 100);
    expect(answer).toMatchObject({ status: 302 });
    expect(requests).toBe(1);
  });

  it('whose answer has no end gives its first bytes (K-6)', async () => {
    const port = await clearServer((_request, response) => {
      const pour = (): void => {
        while (response.write(Buffer.alloc(65_536, 'x')));
        response.once('drain', pour);
      };
      pour();
    });
    const before = process.memoryUsage().rss;
    const answer = await outbound({ allow: LOOPBACK }).ask(get(`http://127.0.0.1:${port}/`), 2_048);
    expect(answer).toMatchObject({ status: 200, broken: 'TOO_LONG' });
    expect('body' in answer && answer.body).toHaveLength(2_048);
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });

  it('that drips its head or its body is left when the time is over (K-4)', async () => {
    const drip = await clearServer((request, response) => {
      if (request.url === '/body') response.writeHead(200).write('x');
      const timer = setInterval(() => {
        if (request.url === '/body') response.write('x');
        else response.writeProcessing();
      }, 20);
      response.once('close', () => clearInterval(timer));
    });
    const asked = outbound({ allow: LOOPBACK });
    const began = performance.now();
    expect(await asked.ask(get(`http://127.0.0.1:${drip}/head`, 300), 100)).toMatchObject({
      fault: 'TIMEOUT',
    });
    expect(await asked.ask(get(`http://127.0.0.1:${drip}/body`, 300), 100)).toMatchObject({
      status: 200,
      broken: { fault: 'TIMEOUT' },
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'BROKEN_ANSWER'],
    ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`, 'BROKEN_ANSWER'],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      'BROKEN_ANSWER',
    ],
    ['nothing', '', 'NO_CONNECTION'],
  ])('that answers %s is a fault (K-4)', async (_what, bytes, fault) => {
    const port = await talkingServer(bytes);
    expect(
      await outbound({ allow: LOOPBACK }).ask(get(`http://127.0.0.1:${port}/`), 100),
    ).toMatchObject({ fault });
  });

  it('that is not there is a fault', async () => {
    const asked = outbound({ allow: LOOPBACK });
    expect(await asked.ask(get('http://127.0.0.1:1/'), 100)).toEqual({
      fault: 'NO_CONNECTION',
      code: 'ECONNREFUSED',
    });
    const lookUpAll: LookUpAll = (_name, answer) =>
      answer(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    expect(await outbound({ lookUpAll }).ask(get('https://nowhere.test/'), 100)).toEqual({
      fault: 'NO_SUCH_HOST',
      code: 'ENOTFOUND',
    });
  });
});

it.each(['file:///etc/passwd', 'ftp://example.test/', 'no url', 'javascript:1'])(
  '%s is no request (K-6)',
  async (url) => {
    expect(await outbound().ask(get(url), 100)).toMatchObject({ fault: 'REFUSED_REQUEST' });
  },
);

it('headers that would break out of their lines are no request', async () => {
  const asked = { ...get('https://8.8.8.8/'), headers: { authorization: 'a\r\nx: y' } };
  expect(await outbound().ask(asked, 100)).toMatchObject({ fault: 'REFUSED_REQUEST' });
});

it('an open answer is read as it comes, and a body that breaks off says why', async () => {
  const port = await clearServer((_request, response) => {
    response.writeHead(200, { 'content-length': '10', etag: '"1"' }).write('half');
    setTimeout(() => response.destroy(), 50);
  });
  const answer = await outbound({ allow: LOOPBACK }).open(get(`http://127.0.0.1:${port}/`));
  if ('fault' in answer) throw new Error(answer.fault);
  expect(answer.headers['etag']).toBe('"1"');
  const read: string[] = [];
  const fault = await (async () => {
    try {
      for await (const chunk of answer.body as AsyncIterable<Buffer>) read.push(chunk.toString());
      return null;
    } catch (error) {
      return faultOf(error);
    }
  })();
  expect(read).toEqual(['half']);
  expect(fault).toMatchObject({ fault: expect.stringMatching(/NO_CONNECTION|BROKEN_ANSWER/) });
});
