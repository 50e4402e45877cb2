import { once } from 'node:events';
import { type AddressInfo, connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOnePort, type ConnectionLimits } from '../src/server/one-port.ts';

const LIMITS: ConnectionLimits = {
  handshakeMs: 300,
  headersMs: 300,
  requestMs: 600,
  idleMs: 300,
  checkMs: 50,
  connections: 5,
  ofOneClient: 5,
};
let server: ReturnType<typeof createOnePort>;

beforeAll(async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const certificate = { cert: Buffer.from(cert), key: Buffer.from(key) };
  const answer: Parameters<typeof createOnePort>[0] = (request, response) => {
    request.resume().once('end', () => response.end(request.socket.constructor.name));
  };
  server = createOnePort(answer, certificate, LIMITS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

async function plain(): Promise<Socket> {
  const socket = connectTcp((server.address() as AddressInfo).port, '127.0.0.1');
  // It may be closed at any time: who looks at it hears of that by its end.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

async function secure(): Promise<Socket> {
  const socket = connectTls({
    port: (server.address() as AddressInfo).port,
    host: '127.0.0.1',
    rejectUnauthorized: false,
  });
  socket.on('error', () => {});
  await once(socket, 'secureConnect');
  return socket;
}

/** Resolves when it is closed, by an error too. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
}

/** Sends a piece each 20 ms, until the other end has had enough of it. Gives all that came back. */
async function drip(socket: Socket, first: string, piece: string): Promise<string> {
  let heard = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.on('data', (text: string) => {
    heard += text;
  });
  socket.write(first);
  const timer = setInterval(() => piece !== '' && socket.write(piece), 20);
  await closed(socket);
  clearInterval(timer);
  return heard;
}

/** Who writes on is cut off, and may not hear why. */
const REFUSED = /^$|^HTTP\/1\.1 408/;
const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n';

describe.each([
  ['plain', plain, 'Socket'],
  ['https', secure, 'TLSSocket'],
] as const)('a client that takes its time is sent away on the %s half', (_, open, kind) => {
  it('before it has said a word', async () => {
    const socket = await open();
    await drip(socket, '', '');
    expect(socket.destroyed).toBe(true);
  });

  it('with headers that drip', async () => {
    expect(await drip(await open(), GET, 'X-More: 1\r\n')).toMatch(REFUSED);
  });

  it('with a body that drips', async () => {
    expect(await drip(await open(), POST, 'x')).toMatch(REFUSED);
  });

  it('once it has nothing more to ask', async () => {
    const answer = await drip(await open(), `${GET}\r\n`, '');
    expect(answer).toContain('200 OK');
    expect(answer).toContain(kind);
  });
});

describe('the https half', () => {
  it('waits for no handshake that does not come to its end', async () => {
    const socket = await plain();
    // The head of a ClientHello of 512 bytes, and no more.
    socket.write(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]));
    socket.on('error', () => {});
    socket.resume();
    await closed(socket);
    expect(socket.destroyed).toBe(true);
  });
});

describe('too many connections', () => {
  it('are refused on both halves together, and who is idle gives way', async () => {
    const open = [await secure(), await plain(), await secure(), await plain(), await plain()];
    for (const socket of open) socket.on('error', () => {}).resume();
    const refused = await plain();
    refused.on('error', () => {}).resume();
    await closed(refused);
    for (const socket of open) socket.destroy();
    await expect
      .poll(async () => (await drip(await plain(), `${GET}\r\n`, '')).slice(9, 12))
      .toBe('200');
  });
});
