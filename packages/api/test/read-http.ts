import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';

export interface Whole {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly trailers: NodeJS.Dict<string>;
  readonly body: string;
  /** Whether the connection broke before the end. */
  readonly isCut: boolean;
  readonly digest: string;
}

/** Opens a GET and leaves its body unread: fetch shows neither trailers nor how a body ended. */
export function open(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });
}

/** Reads the rest of an answer. */
export async function readWhole(response: IncomingMessage): Promise<Whole> {
  const chunks: Buffer[] = [];
  let isCut = false;
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch {
    isCut = true;
  }
  const body = Buffer.concat(chunks);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    trailers: response.trailers,
    body: body.toString(),
    isCut,
    digest: `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
  };
}
