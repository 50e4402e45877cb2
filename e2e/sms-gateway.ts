import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { limited } from './limited.ts';

const SECRET = 'what the gateway of these tests knows';

/** A message as a gateway was asked to send it. */
export interface HandedOver {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** When, in milliseconds. */
  readonly at: number;
}

/** What to answer; `drop`: nothing, the connection breaks. */
export type GatewayAnswer =
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }
  | { readonly afterMs: number }
  | 'drop';

export interface SmsGateway {
  /** All that it was asked, in order, whatever it answered. */
  readonly handed: readonly HandedOver[];
  /** How it answers from now on; null = it takes the message. */
  answer: (sms: HandedOver, attempt: number) => GatewayAnswer | null;
  /** Those from a sender. */
  from(sender: string): readonly HandedOver[];
  /** Its entry in SMS_GATEWAYS_FILE. */
  entry(name: string, senders: readonly string[], more?: object): object;
  /** Brings what somebody wrote, as it does over HTTP; gives the status that it is answered with. */
  brings(origin: string, sms: { from: string; to: string; text: string }): Promise<number>;
  /** Nobody is at home any more, or somebody is again, on the same port. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

/** A gateway over real HTTP that speaks as those by configuration do, and answers as a test says. */
export async function startSmsGateway(): Promise<SmsGateway> {
  const handed: HandedOver[] = [];
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sms = { ...((await json(request)) as Omit<HandedOver, 'at'>), at: Date.now() };
    handed.push(sms);
    const attempt = handed.filter(({ id }) => id === sms.id).length;
    await reply(response, gateway.answer(sms, attempt), sms.id);
  };
  const open = (): Server =>
    createServer((request, response) => void hear(request, response).catch(() => {}));
  let server = open();
  const gateway: SmsGateway = {
    handed,
    answer: () => null,
    from: (sender) => handed.filter(({ from }) => from === sender),
    entry: (name, senders, more) => ({ name, senders, ...entryOf(port), ...more }),
    async brings(origin, sms) {
      const id = `in-${crypto.randomUUID()}`;
      const { status } = await limited(`${origin}/sms/road`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-secret': SECRET },
        body: JSON.stringify({ ...sms, id, at: new Date().toISOString() }),
      });
      return status;
    },
    async leave() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async comeBack() {
      server = open();
      await listen(server, port);
    },
  };
  const port = await listen(server, 0);
  return gateway;
}

async function reply(
  response: ServerResponse,
  answer: GatewayAnswer | null,
  id: string,
): Promise<void> {
  if (answer === 'drop') return void response.destroy();
  const taken = JSON.stringify({ id: `at-gateway-${id}` });
  if (answer !== null && 'afterMs' in answer) await pause(answer.afterMs);
  const {
    status = 200,
    body = taken,
    headers = {},
  } = answer !== null && 'status' in answer ? answer : {};
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const entryOf = (port: number): object => ({
  kind: 'generic',
  send: {
    method: 'POST',
    url: `http://127.0.0.1:${port}/messages`,
    contentType: 'application/json',
    body: '{"id":{{id}},"from":{{from}},"to":{{to}},"text":{{text}}}',
    success: '"at-gateway-',
    idPath: 'id',
    refusals: [{ status: 409, as: 'opted-out' }],
  },
  receive: { from: 'from', to: 'to', text: 'text', id: 'id', at: 'at' },
  proof: { header: { name: 'x-secret', secret: SECRET } },
});
