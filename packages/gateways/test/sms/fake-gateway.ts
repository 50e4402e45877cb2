import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Behaviour = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;

/** A gateway on this machine that does what a test says, and keeps what it was asked. */
export async function startFakeGateway(behaviour: Behaviour) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const hear = async (): Promise<void> => {
      const body = await text(request);
      const { method = '', url: path = '', headers } = request;
      asked.push({ method, path, headers, body });
      behaviour(asked.at(-1)!, response, request);
    };
    // Who hangs up is not heard.
    void hear().catch(() => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function answer(
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (_asked, response) => {
    response.writeHead(status, headers).end(body);
  };
}
