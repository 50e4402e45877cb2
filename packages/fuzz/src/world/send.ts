import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Heard {
  /** 0: there was no answer. */
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/**
 * Asks as somebody does who writes to the socket: a path goes as it is, where `fetch` and URLs would resolve its dots and so ask
 * for another one. A connection that was closed instead of an answer is none.
 */
export function send(origin: string, { method, path, headers = {}, body }: Asked): Promise<Heard> {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(
      origin,
      { method, agent, path: sendable(path), headers: { ...length, ...headers } },
      (answer) => {
        const { statusCode: status = 0 } = answer;
        // What is closed in the middle is as good as said.
        text(answer).then(
          (said) => resolve({ status, body: said }),
          () => resolve({ status, body: '' }),
        );
      },
    );
    asked.on('error', () => resolve({ status: 0, body: '' }));
    asked.end(body);
  });
}

/** What no request line can hold is written as percents. */
function sendable(path: string): string {
  return path.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

/** What is wrong with any answer, whatever was asked. */
export function faultOf({ status, body }: Heard): string | null {
  if (status >= 500) return `it was answered ${status}: ${body.slice(0, 300)}`;
  return body.includes('INTERNAL_SERVER_ERROR') ? `a fault: ${body.slice(0, 500)}` : null;
}

/** Another client for each number: limits by origin keep nothing from being tried. */
export function originOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}
