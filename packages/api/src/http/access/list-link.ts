import { type Database, findKeyInForce, findSessionInForce } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import { type KeyRing, readListLink, signListLink } from '@adieu/keys';
import type { FastifyRequest } from 'fastify';
import { viewerOfSession } from '../read-session.ts';

/** For how long a link to a list opens it. */
export const LIST_LINK_MINUTES = 10;
const LONGEST_PATH = 2_000;
/** Lists that leave the house. */
const LISTS =
  /^\/(?:audience\/[^/?#]+|reports\/unsubscribed|reports\/(?:campaigns|accounts)\/[^/?#]+)(?:\?[^#\s]*)?$/;
/** The last parameter of a link: what it opens stands before. */
const LINK = /[?&]link=([^&]*)$/;

/** A link that opens a list to a browser, as whoever asks for it; null where the path is none of a list. */
export function linkToList(
  { ring, publicUrl }: { readonly ring: KeyRing; readonly publicUrl: string },
  viewer: Viewer,
  path: string,
  until: Date,
): string | null {
  if (path.length > LONGEST_PATH || !LISTS.test(path) || LINK.test(path)) return null;
  const { id, sessionId } = viewer;
  const maker =
    sessionId === undefined
      ? { kind: 'KEY' as const, id }
      : { kind: 'SESSION' as const, id: sessionId };
  const sign = path.includes('?') ? '&' : '?';
  return `${publicUrl}${path}${sign}link=${signListLink(ring, maker, path, until)}`;
}

/** Who asked for the link that a request follows: by what their key or session may do now. Null: it opens nothing any more. */
export async function viewerOfLink(
  { db, ring }: { readonly db: Database; readonly ring: KeyRing },
  { url }: FastifyRequest,
  now: Date,
): Promise<Viewer | null> {
  const found = LINK.exec(url);
  if (found === null) return null;
  const maker = readListLink(ring, found[1]!, url.slice(0, found.index), now);
  if (maker === null) return null;
  if (maker.kind === 'KEY') return findKeyInForce(db.sql, maker.id, now);
  const session = await findSessionInForce(db.sql, maker.id, now);
  return session && viewerOfSession(session);
}

/** Whether a request follows a link, which no header goes with. */
export function followsLink({ url, headers }: FastifyRequest): boolean {
  return LINK.test(url) && headers.authorization === undefined;
}

/** The parameters of a list, without the link's own. */
export function withoutLink(query: unknown): unknown {
  const { link: _, ...rest } = query as Record<string, unknown>;
  return rest;
}
