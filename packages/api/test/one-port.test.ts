import { request } from 'node:https';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import { PAGES_HEADER } from '@adieu/domain';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CONNECTION_LIMITS } from '../src/server/one-port.ts';
import { type House, openHouse, PAGES_SECRET, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

let house: House;
let cert: string;
let certificate: { cert: Buffer; key: Buffer };

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }]);
  cert = made.cert;
  certificate = { cert: Buffer.from(made.cert), key: Buffer.from(made.private) };
  house = await openHouse({ certificate });
});
afterAll(() => house?.close());

/** The status of a POST by https, with the certificate checked. */
function securePost(path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(house.url);
    const asked = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port,
        path,
        method: 'POST',
        ca: cert,
        checkServerIdentity: () => undefined,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('one port', () => {
  it('speaks https, as links in mails must (RFC 8058), and plain http beside it', async () => {
    const [one, two] = await seedMails(house, { count: 2 });
    expect(await securePost(`/u/${one!.token}`, 'List-Unsubscribe=One-Click')).toBe(200);
    const plain = await oneClick(house, two!.token);
    expect(plain.status).toBe(200);
  });

  it('outlives a client that hangs up without a word, and one that talks nonsense', async () => {
    const port = Number(new URL(house.url).port);
    const silent = connect(port, '127.0.0.1');
    silent.resume();
    silent.end();
    await once(silent, 'close');
    const rude = connect(port, '127.0.0.1');
    rude.on('error', () => {});
    rude.resume();
    rude.end(Buffer.from([0x16, 0x03, 0x01, 0xff, 0xff, 0x00]));
    await once(rude, 'close');
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
    // Well under the time that a silent client is waited for: neither of them is kept.
  }, 5_000);
});

describe('the connections of one client address', () => {
  const METRICS = 'metrics-token-of-the-test';
  const HERE = '127.0.0.1';
  const ELSEWHERE = '127.0.0.2';
  let few: House;
  const open: Socket[] = [];
  async function openFew(more: Parameters<typeof openHouse>[0] = {}): Promise<void> {
    const connectionLimits = { ...CONNECTION_LIMITS, ofOneClient: 3 };
    few = await openHouse({ certificate, connectionLimits, metricsToken: METRICS, ...more });
  }
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await few.close();
  });

  const port = (): number => Number(new URL(few.url).port);
  /** A connection from one of the machine's own addresses: each is a client of its own. */
  async function from(localAddress: string): Promise<Socket> {
    const socket = connect({ port: port(), host: HERE, localAddress }).on('error', () => {});
    open.push(socket);
    await once(socket, 'connect');
    return socket.resume();
  }
  async function secureFrom(localAddress: string): Promise<Socket> {
    const socket = connectTls({ socket: await from(localAddress), rejectUnauthorized: false });
    await once(
      socket.on('error', () => {}),
      'secureConnect',
    );
    return socket.resume();
  }
  /** What is answered on a connection of its own; null where it is closed instead. */
  function asked(localAddress: string, headers = {}, agent?: Agent): Promise<string | null> {
    return new Promise((resolve) => {
      const options = { localAddress, headers, agent: agent ?? false };
      get(`${few.url}/metrics`, options, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => resolve(text));
      }).on('error', () => resolve(null));
    });
  }
  const refused = async (): Promise<string | undefined> =>
    (await asked(ELSEWHERE, { authorization: `Bearer ${METRICS}` }))
      ?.split('\n')
      .find((line) => line.startsWith('adieu_connections_refused_total{limit="client"}'));

  it('are so many at most on both halves together; what is more is closed at once, counted, and keeps nobody else out (O-12)', async () => {
    await openFew();
    const held = [await from(HERE), await from(HERE), await secureFrom(HERE)];
    const began = performance.now();
    const more = await from(HERE);
    if (!more.closed) await once(more, 'close');
    // Well under the time that a silent one is waited for.
    expect(performance.now() - began).toBeLessThan(CONNECTION_LIMITS.handshakeMs / 4);
    expect(await asked(HERE)).toBeNull();
    expect(held.map((socket) => socket.closed)).toEqual([false, false, false]);
    expect(await refused()).toMatch(/ 2$/);
    held[0]!.destroy();
    await expect.poll(() => asked(HERE)).toContain('send the token');
  });

  it('give way where they have nothing to ask, to the next of the same address', async () => {
    await openFew();
    const agent = new Agent({ keepAlive: true });
    const idle = [asked(HERE, {}, agent), asked(HERE, {}, agent), asked(HERE, {}, agent)];
    for (const each of await Promise.all(idle)) expect(each).toContain('send the token');
    expect(await asked(HERE)).toContain('send the token');
    expect(await refused()).toMatch(/ 0$/);
    agent.destroy();
  });

  it('are not limited where a proxy of TRUSTED_PROXIES has them, who speaks for many', async () => {
    await openFew({ trustedProxies: `10.0.0.0/8, ${HERE}` });
    for (let i = 0; i < 5; i++) await from(HERE);
    expect(await asked(HERE)).toContain('send the token');
    for (let i = 0; i < 3; i++) await from(ELSEWHERE);
    expect(await asked(ELSEWHERE)).toBeNull();
  });

  it('are not limited where our own pages have them, which ask for all visitors', async () => {
    await openFew();
    for (let i = 0; i < 5; i++) {
      const socket = await from(HERE);
      const ours = ['Host: x', `${PAGES_HEADER}: ${PAGES_SECRET}`];
      socket.write(['GET /healthz HTTP/1.1', ...ours, '', ''].join('\r\n'));
      await once(socket, 'data');
      // A body that never comes, so that none of them is idle.
      socket.write(['POST /graphql HTTP/1.1', ...ours, 'Content-Length: 9', '', ''].join('\r\n'));
    }
    await expect.poll(() => asked(HERE)).toContain('send the token');
  });
});

describe('pages', () => {
  it('are away when the preference center is, and say so in five languages', async () => {
    const answer = await fetch(`${house.url}/anything`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    const page = await answer.text();
    for (const language of ['en', 'sv', 'de', 'da', 'cs'])
      expect(page).toContain(`lang="${language}"`);
  });
});
