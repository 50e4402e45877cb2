import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../src/sms/http/ask.ts';
import { judgeNoAnswer, judgeStatus } from '../../src/sms/http/judge-status.ts';
import { readSmsGateways } from '../../src/sms/config/parse-sms-gateways.ts';
import { openSmsGateways } from '../../src/sms/open-sms-gateways.ts';
import type { SmsAnswer } from '../../src/sms/sms-gateway.ts';
import { answer, type Behaviour, startFakeGateway } from './fake-gateway.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const SECRET = 'a-secret-of-the-tests-alone';
const callback = { username: 'adieu', password: SECRET };
const KINDS = ['generic', '46elks', 'twilio', 'sinch', 'handset'] as const;

const MESSAGE = {
  id: 'msg_1',
  from: '72080',
  to: '+46701740605',
  text: 'Hej',
  encoding: 'GSM-7',
  parts: 1,
  expiresAt: null,
  statusUrl: 'https://adieu.example.test/sms/gate/status',
} as const;

function open(kind: string, apiUrl: string) {
  const all = [
    { kind: 'handset', url: apiUrl, secret: SECRET },
    {
      kind: 'generic',
      send: { url: `${apiUrl}/send`, body: '{"to":{{to}}}', success: '"ok"', idPath: 'id' },
      receive: { from: 'from', to: 'to', text: 'text' },
      proof: { header: { name: 'x', secret: SECRET } },
    },
    { kind: '46elks', apiUrl, username: 'u1', password: 'p1', callback },
    { kind: 'twilio', apiUrl, accountSid: `AC${'a'.repeat(32)}`, authToken: 'authToken' },
    { kind: 'sinch', apiUrl, servicePlanId: 'plan', apiToken: 'token', callback },
  ];
  const settings = [{ name: 'gate', senders: ['*'], ...all.find((each) => each.kind === kind)! }];
  const gateways = openSmsGateways(readSmsGateways(JSON.stringify(settings)), () => NOW);
  onTestFinished(() => gateways.close());
  return gateways.gatewayFor('72080')!;
}

async function sendTo(kind: string, behaviour: Behaviour): Promise<[SmsAnswer, number]> {
  const fake = await startFakeGateway(behaviour);
  onTestFinished(() => fake.close());
  return [await open(kind, fake.url).send(MESSAGE), fake.asked.length];
}

describe.each(KINDS)('%s: what became of a message', (kind) => {
  it('that found nobody at home may go again', async () => {
    const fake = await startFakeGateway(answer(200));
    await fake.close();
    expect(await open(kind, fake.url).send(MESSAGE)).toEqual({
      refused: 'fault',
      code: 'ECONNREFUSED',
      retryAt: expect.any(Date),
    });
  });

  it('whose gateway has a name that nobody knows may go again', async () => {
    const answered = await open(kind, 'http://no-such-host.invalid').send(MESSAGE);
    expect(answered).toMatchObject({ refused: 'fault', retryAt: expect.any(Date) });
  });

  it('whose connection broke before the answer is unknown', async () => {
    const [said] = await sendTo(kind, (_asked, response) => response.destroy());
    expect(said).toEqual({ unknown: 'UND_ERR_SOCKET' });
  });

  it('that got a page of a proxy in place of an answer is unknown', async () => {
    const page = '<!DOCTYPE html><html><body>Welcome</body></html>';
    const [said] = await sendTo(kind, answer(200, page, { 'content-type': 'text/html' }));
    // The handset has no proxy before it, and takes by the status alone.
    expect(said).toEqual(kind === 'handset' ? { sent: null } : { unknown: 'page' });
  });

  it('that a proxy could not hand on is unknown', async () => {
    expect(await sendTo(kind, answer(502, '<html>Bad gateway</html>'))).toEqual([
      { unknown: '502' },
      1,
    ]);
    expect(await sendTo(kind, answer(504))).toEqual([{ unknown: '504' }, 1]);
  });

  it('that was sent elsewhere does not follow, and tells nobody else its secrets', async () => {
    const other = await startFakeGateway(answer(200, '{"id":"x"}'));
    onTestFinished(() => other.close());
    const [said] = await sendTo(kind, answer(307, '', { location: other.url }));
    expect(said).toEqual({ refused: 'fault', code: '307', retryAt: expect.any(Date) });
    expect(other.asked).toEqual([]);
  });

  it('that the gateway failed over may go again', async () => {
    const [said] = await sendTo(kind, answer(500, '<html>This is not JSON</html>'));
    expect(said).toEqual({ refused: 'fault', code: '500', retryAt: expect.any(Date) });
  });

  it.each([
    ['30', 30],
    ['Mon, 30 Nov 2026 12:02:00 GMT', 120],
    ['soon', 30],
    ['999999999', 86_400],
    [undefined, 30],
  ])('that comes too fast waits as long as it is told: %s', async (after, seconds) => {
    const headers = after === undefined ? {} : { 'retry-after': after };
    const [said] = await sendTo(kind, answer(429, '', headers));
    const retryAt = new Date(NOW.getTime() + seconds * 1000);
    expect(said).toEqual({ refused: 'throttled', code: '429', retryAt });
  });

  it('whose account is refused waits for the operator, and is not lost', async () => {
    const [said] = await sendTo(kind, answer(401));
    expect(said).toEqual({ refused: 'fault', code: '401', retryAt: expect.any(Date) });
  });

  it('that is refused itself is not tried again', async () => {
    const [said] = await sendTo(kind, answer(400, '{}'));
    expect(said).toEqual({ refused: 'fault', code: '400', retryAt: null });
  });

  it('says in no answer what was in it', async () => {
    const echo: Behaviour = ({ body, path, headers }, response) => {
      response.writeHead(400).end(JSON.stringify({ code: body, error: { path, headers } }));
    };
    const [said] = await sendTo(kind, echo);
    expect(JSON.stringify(said)).not.toMatch(/46701740605|Hej|Basic|Bearer/);
  });
});

describe('a gateway that is slow', () => {
  const ask = async (behaviour: Behaviour) => {
    const fake = await startFakeGateway(behaviour);
    const http = createHttp({ connectMs: 2_000, answerMs: 100 });
    onTestFinished(async () => {
      await http.close();
      await fake.close();
    });
    const url = `${fake.url}/send`;
    return http.ask({ method: 'POST', url, headers: {}, body: 'x' });
  };

  it('and says nothing leaves it unknown', async () => {
    const said = await ask(() => {});
    expect(said).toEqual({ hasLeft: true, code: expect.stringMatching(/TIMEOUT|TIMEDOUT/) });
    expect(judgeNoAnswer(said as never, NOW)).toHaveProperty('unknown');
  });

  it('and drips its answer is heard to its status alone', async () => {
    const said = await ask((_asked, response) => {
      response.writeHead(400);
      const timer = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(timer));
    });
    expect(said).toMatchObject({ status: 400, isWhole: false });
    expect(judgeStatus(said as never, NOW)).toMatchObject({ refused: 'fault', code: '400' });
  });

  it('or says more than any gateway is cut off', async () => {
    const said = await ask((_asked, response) => {
      response.writeHead(200).end('x'.repeat(1024 * 1024));
    });
    expect(said).toMatchObject({ status: 200, isWhole: false });
  });

  it('to connect has not got anything', async () => {
    const server = createServer().listen(0, '127.0.0.1', 1);
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const http = createHttp({ connectMs: 200 });
    // What greets with no TLS is no connection.
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
    const said = await http.ask({
      method: 'POST',
      url: `https://127.0.0.1:${port}/`,
      headers: {},
      body: 'x',
    });
    expect(said).toEqual({ hasLeft: false, code: 'UND_ERR_CONNECT_TIMEOUT' });
    await http.close();
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('connections', () => {
  it('are kept from one message to the next', async () => {
    const ports = new Set<number | undefined>();
    const fake = await startFakeGateway((_asked, response, request) => {
      ports.add(request.socket.remotePort);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"x"}');
    });
    const gateway = open('46elks', fake.url);
    for (let i = 0; i < 20; i++) expect(await gateway.send(MESSAGE)).toEqual({ sent: 'x' });
    // An answer is heard a moment before its connection is free.
    expect(ports.size).toBeLessThan(3);
    await gateway.close();
    await fake.close();
  });
});
