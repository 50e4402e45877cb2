import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { PAGES_HEADER } from '@adieu/domain';
import type { Visitor } from '../app/server/context.ts';

const LONGEST_USER_AGENT = 400;

/**
 * Who posts, as evidence. The api's proxy writes the client's address first in X-Forwarded-For, and the secret beside it;
 * of anybody else who reaches this process the header says nothing.
 */
export function visitorOf(headers: Headers, peer: string, secret: string): Visitor {
  const isProxy = isSame(headers.get(PAGES_HEADER) ?? '', secret);
  const forwarded = isProxy ? headers.get('x-forwarded-for')?.split(',')[0]?.trim() : undefined;
  const address = forwarded ?? peer;
  return {
    origin: isIP(address) > 0 ? address : null,
    userAgent: headers.get('user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
  };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
