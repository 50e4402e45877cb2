import {
  type IncomingMessage,
  request as ask,
  createServer,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { changeOf } from './open-links.ts';

/** Stands before maildev's web page on `port`, and changes what `changeOf` names. */
export async function serveFront(
  front: { readonly host: string; readonly port: number },
  maildevPort: number,
): Promise<Server> {
  const behind = { host: '127.0.0.1', port: maildevPort };
  const server = createServer((request, response) => {
    const change = changeOf(new URL(request.url ?? '/', 'http://mailbox').pathname);
    const headers = { ...request.headers };
    // What is changed has another length and another age than maildev believes.
    if (change !== null)
      for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since'])
        delete headers[name];
    const onward = ask({ ...behind, path: request.url, method: request.method, headers });
    onward.on('response', (answer) => void pass(answer, response, change));
    onward.on('error', () => response.writeHead(502).end('the mailbox does not answer'));
    request.pipe(onward);
  });
  // The page hears of new mails by a web socket.
  server.on('upgrade', (request, socket, head) => {
    const onward = connect(behind, () => {
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${rawHeaders(request)}\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const [one, other] of [
      [onward, socket],
      [socket, onward],
    ] as const)
      one.on('error', () => other.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(front.port, front.host, resolve);
  });
  return server;
}

async function pass(
  answer: IncomingMessage,
  response: ServerResponse,
  change: ((text: string) => string) | null,
): Promise<void> {
  const { statusCode = 502, headers } = answer;
  if (change === null || statusCode !== 200) {
    response.writeHead(statusCode, headers);
    answer.pipe(response);
    return;
  }
  const { 'content-length': _length, etag: _etag, 'last-modified': _age, ...kept } = headers;
  try {
    const changed = change(await text(answer));
    response.writeHead(statusCode, { ...kept, 'cache-control': 'no-store' }).end(changed);
  } catch {
    response.destroy();
  }
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): string {
  return raw.map((part, n) => part + (n % 2 === 0 ? ': ' : '\r\n')).join('');
}
