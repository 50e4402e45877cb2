import { Agent, fetch, type RequestInit, type Response } from 'undici';

/** No answer of the product takes as long on the busiest machine: what hangs is told as such, by name, and not by the test's own end. */
export const ANSWER_WITHIN_MS = 30_000;

/** A connection for each request: one that is kept may be closed by its server just as it is used again. */
const dispatcher = new Agent({ pipelining: 0 });

/** `fetch` with an end, which tells what did not answer. */
export async function limited(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      dispatcher,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch (cause) {
    if (!(cause instanceof DOMException) || cause.name !== 'TimeoutError') throw cause;
    const asked = `${init.method ?? 'GET'} ${new URL(url).pathname}`;
    const said = typeof init.body === 'string' ? init.body.slice(0, 200) : '';
    throw new Error(`no answer in ${ANSWER_WITHIN_MS} ms: ${asked} ${said}`, { cause });
  }
}
