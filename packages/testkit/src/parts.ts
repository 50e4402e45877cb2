import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import './provided.ts';

/** Something real that tests share: started when the first of them asks, stopped when the run ends. */
export interface Part {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Answers `GET /<part>/<whose>` with its address, on the loopback interface; the first question starts it, and everybody
 * who gives the same name shares it.
 */
export async function serveParts(
  start: Readonly<Record<string, () => Promise<Part>>>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const started = new Map<string, Promise<Part>>();
  const server = createServer(({ url }, response) => {
    const part = started.get(url!) ?? start[url!.split('/')[1]!]!();
    started.set(url!, part);
    part.then(
      ({ address }) => response.end(address),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.stack : String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      const stop = async (part: Promise<Part>): Promise<void> => {
        const running = await part.catch(() => null);
        await running?.stop();
      };
      await Promise.all([...started.values()].map(stop));
    },
  };
}

/** The run's Temporal, host:port: tests keep apart by namespaces. */
export const temporalAddress = (): Promise<string> => ask(`${inject('parts')}/temporal/all`);

/**
 * This worker's migrated template database. Each worker has a server of its own: a ledger event counts once no older
 * transaction is open anywhere in the server, so that another test's would hide one.
 */
export const templateDatabase = (): Promise<string> =>
  ask(`${inject('parts')}/postgres/${process.env['VITEST_POOL_ID']}`);

/** Asks for a part by its URL. Throws with why where it did not start. */
export async function ask(part: string, withinMs = 60_000): Promise<string> {
  const response = await fetch(part, { signal: AbortSignal.timeout(withinMs) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${part} did not start: ${text}`);
  return text;
}
