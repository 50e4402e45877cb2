import { isIP } from 'node:net';
import type { Evidence } from '@adieu/db';
import { rawHash } from '../../raw-hash.ts';
import type { Context } from './context.ts';

/** What a caller tells of whoever used a page. */
export interface Told {
  readonly origin?: string | null;
  readonly userAgent?: string | null;
}

/** Whoever used a page, as far as it is known. */
export interface Visitor {
  /** IP address. */
  readonly origin: string;
  readonly userAgent: string | null;
}

const LONGEST_USER_AGENT = 300;
const LONGEST_URL = 500;

/**
 * Who wishes something: as our pages tell it, and of all others what is seen here. A proof holds this for years and limits
 * count by it, so that nobody says it of themselves.
 */
export function visitorOf({ client }: Pick<Context, 'client'>, told: Told): Visitor {
  const userAgent = client.isPages ? told.userAgent : client.userAgent;
  const named = client.isPages ? told.origin?.trim() : undefined;
  return {
    origin: named !== undefined && isIP(named) > 0 ? named : client.origin,
    userAgent: cut(userAgent, LONGEST_USER_AGENT),
  };
}

/**
 * The page where something was asked for: as our pages tell it, or a key's holder, who stands in the ledger beside it. Null
 * of all others.
 */
export function formUrlOf(
  { client, viewer }: Pick<Context, 'client' | 'viewer'>,
  told: { readonly formUrl?: string | null },
): string | null {
  return client.isPages || viewer !== null ? cut(told.formUrl, LONGEST_URL) : null;
}

/** A visitor as evidence of what they posted from the page at `path`; `wish` is what they posted, without token and address. */
export function evidenceOf(
  ctx: Pick<Context, 'client'>,
  told: Told,
  { path, wish }: { readonly path: string; readonly wish: object },
): Evidence {
  const { origin, userAgent } = visitorOf(ctx, told);
  const headers = { 'user-agent': userAgent };
  return { path, headers, origin, sha256: rawHash(headers, JSON.stringify(wish)) };
}

/** Cut without leaving half a character, which no database keeps. */
function cut(text: string | null | undefined, most: number): string | null {
  return text?.slice(0, most).toWellFormed() ?? null;
}
