import { AdieuError } from '../errors.ts';

/** As long as `fetch` itself waits: to queue a campaign of a million takes a minute or two. */
const TIMEOUT_MS = 5 * 60_000;

/** Sends a request with its key. Rejects with an AdieuError where nobody answers, without the key and with the cause. */
export async function send(
  url: string | URL,
  apiKey: string,
  {
    headers,
    ...init
  }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> },
): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${apiKey}`,
        'x-adieu-client': 'sdk',
        ...headers,
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    const message = `No answer from ${new URL(url).origin}: ${reasonOf(cause)}`;
    throw new AdieuError('UNREACHABLE', message, { cause });
  }
}

/** `fetch failed` says nothing; what it was caused by does. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, message } = inner as { code?: string; message?: string };
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    return 'its certificate is not trusted here. Name the file of its issuer in NODE_EXTRA_CA_CERTS.';
  return message || code || 'unknown reason';
}
