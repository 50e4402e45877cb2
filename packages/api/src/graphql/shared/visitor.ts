import type { Evidence } from '@adieu/db';
import { rawHash } from '../../raw-hash.ts';

/** Where a wish came from, as the pages tell it. */
export interface Visitor {
  readonly origin?: string | null;
  readonly userAgent?: string | null;
}

const LONGEST_ORIGIN = 64;
const LONGEST_USER_AGENT = 300;

/** What is kept of a visitor, cut to a size that cannot be abused. */
export function visitorOf({ origin, userAgent }: Visitor): {
  origin: string | null;
  userAgent: string | null;
} {
  return {
    origin: origin?.slice(0, LONGEST_ORIGIN) ?? null,
    userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
  };
}

/** The same as evidence of what they posted from the page at `path`; `wish` is what they posted, without token and address. */
export function evidenceOf(visitor: Visitor, path: string, wish: object): Evidence {
  const { origin, userAgent } = visitorOf(visitor);
  const headers = { 'user-agent': userAgent };
  return {
    path,
    headers,
    ...(origin !== null && { origin }),
    sha256: rawHash(headers, JSON.stringify(wish)),
  };
}
