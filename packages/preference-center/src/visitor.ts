import { isIP } from 'node:net';
import type { Visitor } from '../app/server/context.ts';

const LONGEST_USER_AGENT = 400;

/**
 * Who posts, as evidence. The API's proxy is the only one that reaches this process, and it writes the client's address
 * first in X-Forwarded-For.
 */
export function visitorOf(headers: Headers, peer: string): Visitor {
  const forwarded = headers.get('x-forwarded-for')?.split(',')[0]?.trim();
  const address = forwarded ?? peer;
  return {
    origin: isIP(address) > 0 ? address : null,
    userAgent: headers.get('user-agent')?.slice(0, LONGEST_USER_AGENT) ?? null,
  };
}
