import { HANDSET, HANDSET_HEADER } from '@adieu/domain';

/** As gateways do: again after a while, where Adieu is away. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];
const ANSWER_WITHIN_MS = 10_000;
/** Calls on their way at once, as those of a campaign come by thousands. */
const AT_ONCE = 8;

/** Calls Adieu's routes. True where it took what it was told; false where it refused, or was away for long. */
export type CallAdieu = (path: string, body: object) => Promise<boolean>;

/**
 * `api` is where the API listens on this machine: what Adieu gives as its public URL may not lead here. Paths alone are
 * taken from it.
 */
export function createCalls(
  { api, secret }: { readonly api: string; readonly secret: string },
  waits: readonly number[] = WAITS_MS,
): CallAdieu {
  let free = AT_ONCE;
  const queue: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (free === 0) await new Promise<void>((resolve) => queue.push(resolve));
    else free--;
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) free++;
    else next();
  };
  const callOnce = async (path: string, body: object): Promise<number> => {
    await enter();
    try {
      const response = await fetch(new URL(path, api), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [HANDSET_HEADER]: secret },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return 503;
    } finally {
      leave();
    }
  };
  return async (path, body) => {
    for (const wait of [...waits, null]) {
      const status = await callOnce(path, body);
      if (status < 500 && status !== 429) return status >= 200 && status < 300;
      if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait).unref());
    }
    return false;
  };
}

/** Path and query of the URL that Adieu gave for statuses; null where it is none of its. */
export function statusPath(statusUrl: string): string | null {
  const url = URL.parse(statusUrl);
  return url?.pathname === `/sms/${HANDSET}/status` ? url.pathname + url.search : null;
}
