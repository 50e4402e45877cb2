import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { HANDSET, HANDSET_HEADER } from '@adieu/domain';

/** An SMS as it was handed over. */
export interface TakenSms {
  /** Of the message, as the record names it. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly statusUrl: string;
  readonly at: number;
}

/** The gateway of those who get SMS, over HTTP as the handset is. */
export interface SimulatedGateway {
  readonly url: string;
  readonly secret: string;
  readonly taken: readonly TakenSms[];
  /** Where Adieu's routes are; before this nothing is told to it. */
  connect(graphql: string): void;
  /** Brings what somebody wrote. Resolves when Adieu has taken it: their wish is on record then. */
  bring(from: string, to: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export async function startGateway(on: {
  hasSignal(number: string): boolean;
  deliver(sms: TakenSms): void;
}): Promise<SimulatedGateway> {
  const secret = randomUUID();
  const taken: TakenSms[] = [];
  let origin: string | null = null;
  const call = async (path: string, body: object): Promise<void> => {
    if (origin === null) return;
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [HANDSET_HEADER]: secret },
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the route for SMS answered ${response.status}`);
  };
  const become = async ({ id, to, statusUrl }: TakenSms): Promise<void> => {
    const { pathname, search } = new URL(statusUrl);
    const state = on.hasSignal(to) ? 'DELIVERED' : 'FAILED';
    await call(pathname + search, { id: `sim-${id}`, state, at: new Date().toISOString() });
  };
  const server = createServer((request, response) => {
    const at = Date.now();
    void textOf(request).then((body) => {
      if (request.headers[HANDSET_HEADER] !== secret) return response.writeHead(401).end();
      if (request.url !== '/messages')
        return response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"optOuts":[],"next":null}');
      const sms = { ...(JSON.parse(body) as Omit<TakenSms, 'at'>), at };
      taken.push(sms);
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id: `sim-${sms.id}` }));
      // A status that is lost is lost: gateways do that.
      void become(sms).catch(() => {});
      if (on.hasSignal(sms.to)) on.deliver(sms);
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    taken,
    connect(graphql) {
      origin = graphql;
    },
    bring: (from, to, text) =>
      call(`/sms/${HANDSET}`, {
        id: randomUUID(),
        from,
        to,
        text,
        at: new Date().toISOString(),
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
