import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Failure } from '../failure.ts';
import { createPortClaims } from './claim-port.ts';
import { choosePorts, type GivenPorts, type Ports } from './ports.ts';
import { startOnFreePorts } from './start-on-free-ports.ts';

const open: Server[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function listen(port = 0): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const port = await listen();
  await new Promise((resolve) => open.pop()!.close(resolve));
  return port;
}

/** A start whose API finds its port taken as often as told, by a program that came after the look. */
async function starting(times: number, demanded?: GivenPorts) {
  const claims = createPortClaims(mkdtempSync(join(tmpdir(), 'adieu-claims-')));
  const before = { api: demanded?.api ?? (await freePort()) };
  const said: string[] = [];
  const tried: number[] = [];
  const say = (text: string): void => void said.push(text);
  let stops = 0;
  const result = startOnFreePorts({
    settle: async () => ({
      ports: (await choosePorts(['api'], {
        claim: (port) => claims.claim(port),
        before,
        say,
        ...(demanded && { demanded }),
      })) as Ports,
      release: () => claims.release(),
    }),
    start: async ({ api }) => {
      tried.push(api);
      if (tried.length <= times) {
        await listen(api);
        throw new Failure('api ended with code 1 before it was ready');
      }
      return 'started';
    },
    stop: async () => void (stops += 1),
    say,
  });
  return { before, said, tried, result, stops: () => stops };
}

describe('a start that loses a port between the look and the part’s listening', () => {
  it('stops its parts and goes on with another port, and says so', async () => {
    const { before, said, tried, result, stops } = await starting(1);
    expect(await result).toBe('started');
    expect(tried).toEqual([before.api, expect.any(Number)]);
    expect(tried[1]).not.toBe(before.api);
    expect(stops()).toBe(1);
    expect(said[0]).toBe(
      `another program took port ${before.api} in this moment: everything starts again`,
    );
  });

  it('ends where the port was given, and says how to go on', async () => {
    const api = await freePort();
    const { result } = await starting(1, { api });
    await expect(result).rejects.toThrow(
      new RegExp(`port ${api}, .* is taken by another program: stop that .* API_PORT`),
    );
  });

  it('does not try for ever', async () => {
    const { tried, result } = await starting(99);
    await expect(result).rejects.toThrow('api ended with code 1');
    expect(tried).toHaveLength(4);
  });
});

it('a start that fails for another reason is not repeated', async () => {
  let starts = 0;
  const start = async (): Promise<never> => {
    starts += 1;
    throw new Failure('no such binary');
  };
  const ports = { api: await freePort() } as Ports;
  const settle = async () => ({ ports, release: async () => {} });
  const result = startOnFreePorts({ settle, start, stop: async () => {}, say: () => {} });
  await expect(result).rejects.toThrow('no such binary');
  expect(starts).toBe(1);
});
