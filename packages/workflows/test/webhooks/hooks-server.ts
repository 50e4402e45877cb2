import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request as it came. */
export interface Hook {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: { readonly type: string; readonly timestamp: string; readonly data: HookData };
  readonly status: number;
}

type HookData = Readonly<Record<string, unknown>> & {
  readonly recipient?: { readonly id: string; readonly address?: string };
};

export interface HooksServer {
  readonly url: string;
  /** All that came, also what was not taken. */
  readonly hooks: Hook[];
  /** What was answered with 2xx. */
  taken(): Hook[];
  /** What is answered from now on; 200 at first. */
  answer: (hook: Omit<Hook, 'status'>, response: ServerResponse) => number;
  close(): Promise<void>;
}

/** A receiver of webhooks on this machine that keeps what comes. */
export async function startHooksServer(): Promise<HooksServer> {
  const hooks: Hook[] = [];
  const take = (request: IncomingMessage, body: string, response: ServerResponse): void => {
    const hook = {
      id: String(request.headers['webhook-id']),
      headers: request.headers,
      body,
      event: JSON.parse(body) as Hook['event'],
    };
    const status = started.answer(hook, response);
    hooks.push({ ...hook, status });
    if (!response.headersSent) response.writeHead(status);
    response.end('seen');
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => take(request, body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const started: HooksServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    hooks,
    taken: () => hooks.filter(({ status }) => status >= 200 && status < 300),
    answer: () => 200,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}
