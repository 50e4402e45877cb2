import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { faultOf, type OutboundFault } from './faults.ts';
import { type Guard, guardedConnect } from './guarded-connect.ts';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
  /** From the request to the last byte of the answer: each byte may come in time, and the whole never. */
  readonly withinMs: number;
}

export interface OpenAnswer {
  readonly status: number;
  /** By names in lower case; those that came more than once are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Breaks with an error that `faultOf` explains. Destroy it where it is not read to its end. */
  readonly body: Readable;
}

export interface WholeAnswer extends Omit<OpenAnswer, 'body'> {
  readonly body: Buffer;
  /** Why the body is not whole; null where it is. */
  readonly broken: 'TOO_LONG' | OutboundFault | null;
}

/** How servers that users name are spoken to: webhooks' endpoints, list sources, providers. Redirects are not followed. */
export interface Outbound {
  /** The answer with its first `longest` bytes. */
  ask(request: OutboundRequest, longest: number): Promise<WholeAnswer | OutboundFault>;
  /** The answer while its body is still coming; how much of it is read is up to the caller. */
  open(request: OutboundRequest): Promise<OpenAnswer | OutboundFault>;
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;

export function createOutbound(
  guard: Omit<Guard, 'connectMs'> & { readonly connectMs?: number },
): Outbound {
  const agent = new Agent({ connect: guardedConnect({ connectMs: CONNECT_MS, ...guard }) });
  const open = (asked: OutboundRequest): Promise<OpenAnswer | OutboundFault> =>
    openOnce(agent, asked);
  return {
    open,
    async ask(asked, longest) {
      const answer = await open(asked);
      return 'fault' in answer ? answer : { ...answer, ...(await readUpTo(answer.body, longest)) };
    },
    async close() {
      await agent.destroy();
    },
  };
}

async function openOnce(
  agent: Agent,
  { method, url, headers, body, withinMs }: OutboundRequest,
): Promise<OpenAnswer | OutboundFault> {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return { fault: 'REFUSED_REQUEST', code: 'EURL' };
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers,
      body,
      headersTimeout: withinMs,
      bodyTimeout: withinMs,
      signal: AbortSignal.timeout(withinMs),
    });
    const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(given) as Record<string, string>,
      body: answer.body,
    };
  } catch (error) {
    return faultOf(error);
  }
}

async function readUpTo(
  body: Readable,
  longest: number,
): Promise<Pick<WholeAnswer, 'body' | 'broken'>> {
  const chunks: Buffer[] = [];
  let length = 0;
  let broken: WholeAnswer['broken'] = null;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, longest - length));
      length += chunk.length;
      if (length > longest) {
        broken = 'TOO_LONG';
        break;
      }
    }
  } catch (error) {
    broken = faultOf(error);
  }
  return { body: Buffer.concat(chunks), broken };
}
