import type { IncomingMessage } from 'node:http';

const LONGEST = 256 * 1024;

/** The body as text; null where it is longer than anything that belongs here. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST) chunks.push(chunk);
  }
  return length > LONGEST ? null : Buffer.concat(chunks).toString('utf8');
}

export function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return null;
  }
}

const NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Whether it was asked by a name of this machine, and not by one that was made to lead here. */
export function isOfThisMachine({ headers }: IncomingMessage): boolean {
  return NAMES.test(headers.host ?? '');
}

/** Whether a page of another origin asks. A link to here may be followed from anywhere; that is `GET /`. */
export function comesFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  return (
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && origin !== `http://${headers.host}`)
  );
}
