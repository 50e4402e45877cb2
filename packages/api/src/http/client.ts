import { PAGES_HEADER } from '@adieu/domain';
import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

/** Who sent a request, as this process sees it and not as they say. */
export interface Client {
  /** Our own pages, by the secret that they share with the api: they tell of their visitors. */
  readonly isPages: boolean;
  /** IP address. */
  readonly origin: string;
  readonly userAgent: string | null;
}

/** `pagesSecret`: null where there is none, and nobody is the pages. */
export function clientOf(request: FastifyRequest, pagesSecret: string | null): Client {
  const { [PAGES_HEADER]: given, 'user-agent': userAgent } = request.headers;
  return {
    isPages: pagesSecret !== null && typeof given === 'string' && isSame(given, pagesSecret),
    origin: originOf(request),
    userAgent: userAgent ?? null,
  };
}

/**
 * The address that a request came from: behind proxies of TRUSTED_PROXIES the one that they name. What they pass on may be
 * anything; where it is no address, the nearest that is known counts.
 */
export function originOf({
  ip,
  socket,
}: {
  readonly ip: string;
  readonly socket: { readonly remoteAddress?: string | undefined };
}): string {
  return isIP(ip) > 0 ? ip : (socket.remoteAddress ?? '0.0.0.0');
}

/** In constant time, whatever the length. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
