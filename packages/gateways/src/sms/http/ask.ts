import { Agent } from 'undici';

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** `isWhole`: false where the body broke off, or was longer than any gateway's answer. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
  readonly isWhole: boolean;
}

/** No answer. `hasLeft`: the gateway may have the request. */
export interface NoAnswer {
  readonly hasLeft: boolean;
  readonly code: string;
}

export interface Http {
  ask(request: Request): Promise<Answer | NoAnswer>;
  close(): Promise<void>;
}

const CONNECT_MS = 5_000;
/** Less than the lease of a hand-over, with the time to connect. */
const ANSWER_MS = 12_000;
const LONGEST_ANSWER = 64 * 1024;

/**
 * HTTP to one gateway over connections that are kept. Redirects are not followed: they would carry the secrets and the
 * message to whoever is named there. There are as many connections as requests at once: the sender says how many.
 */
export function createHttp({ connectMs = CONNECT_MS, answerMs = ANSWER_MS } = {}): Http {
  const agent = new Agent({
    connect: { timeout: connectMs },
    headersTimeout: answerMs,
    bodyTimeout: answerMs,
    allowH2: false,
  });
  return {
    ask: (request) => askOnce(agent, request, answerMs),
    async close() {
      await agent.destroy();
    },
  };
}

function askOnce(
  agent: Agent,
  { method, url, headers, body }: Request,
  answerMs: number,
): Promise<Answer | NoAnswer> {
  return new Promise((resolve) => {
    const { origin, pathname, search } = new URL(url);
    let hasLeft = false;
    let timer: NodeJS.Timeout | undefined;
    let answer: { status: number; retryAfter: string | null } | null = null;
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (isWhole: boolean, code: string): void => {
      clearTimeout(timer);
      if (answer === null) resolve({ hasLeft, code });
      else resolve({ ...answer, body: Buffer.concat(chunks).toString('utf8'), isWhole });
    };
    agent.dispatch(
      { origin, path: pathname + search, method, headers, body },
      {
        // Called in the moment before the first byte goes out: an error before it was one of the connection.
        onRequestStart(controller) {
          hasLeft = true;
          // Each byte may come in time, and the whole never.
          timer = setTimeout(() => controller.abort(coded('ETIMEDOUT')), answerMs);
        },
        onResponseStart(_controller, status, { 'retry-after': after }) {
          if (status < 200) return;
          answer = { status, retryAfter: typeof after === 'string' ? after : null };
        },
        onResponseData(controller, chunk) {
          length += chunk.length;
          if (length > LONGEST_ANSWER) controller.abort(coded('EMSGSIZE'));
          else chunks.push(chunk);
        },
        onResponseEnd: () => end(true, ''),
        onResponseError: (_controller, error) => end(false, codeOf(error)),
      },
    );
  });
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A code of Node, OpenSSL or undici, never a message: those may hold addresses. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'ENOANSWER';
}
