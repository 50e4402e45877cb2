import type { Database, SessionOwner } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { FastifyRequest } from 'fastify';
import { type KeyRefusal, readApiKey } from './read-api-key.ts';
import { bearsSession, readSession, viewerOfSession } from './read-session.ts';

type Found = Promise<Viewer | { readonly refused: KeyRefusal }>;

const found = new WeakMap<FastifyRequest, Found>();
const sessions = new WeakMap<FastifyRequest, Promise<SessionOwner | null>>();

/** Whose key or session came with a request, looked up once for it. */
export function keyOf(db: Database, request: FastifyRequest, now: Date): Found {
  const known = found.get(request);
  if (known !== undefined) return known;
  const asked = bearsSession(request)
    ? sessionOf(db, request, now).then(
        // One that has ended is as none: what links open is for everybody.
        (session) =>
          session === null ? ({ refused: 'missing' } as const) : viewerOfSession(session),
      )
    : readApiKey(db, request, now);
  found.set(request, asked);
  return asked;
}

/** The session in force that came with a request; null where none did. Looked up once, too. */
export function sessionOf(
  db: Database,
  request: FastifyRequest,
  now: Date,
): Promise<SessionOwner | null> {
  const known = sessions.get(request);
  if (known !== undefined) return known;
  const asked = readSession(db, request, now);
  sessions.set(request, asked);
  return asked;
}
