import type { Viewer } from '@adieu/domain';
import { type Database, type SessionOwner, useSession } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import type { FastifyRequest } from 'fastify';

/**
 * Whose session a request bears, as `Authorization: Session <secret>`, which the pages' process makes of its cookie: no
 * browser sends it by itself, so a foreign site gets nothing done with it. Null where none is in force.
 */
export async function readSession(
  db: Database,
  request: FastifyRequest,
  now: Date,
): Promise<SessionOwner | null> {
  const secret = secretOf(request);
  return secret === null ? null : useSession(db.sql, hashSecretToken(secret), now);
}

/** Whether it is a session that a request names, in force or not. */
export function bearsSession({ headers }: FastifyRequest): boolean {
  return /^Session\b/i.test(headers.authorization ?? '');
}

function secretOf({ headers }: FastifyRequest): string | null {
  return /^Session\s+([\w-]{43})\s*$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** The member as a caller: with the rights of their roles, which were read with this very request. */
export function viewerOfSession(session: SessionOwner): Viewer {
  const { memberId: id, organisationId, name, grants, sessionId } = session;
  return { kind: 'MEMBER', id, organisationId, name, grants, sessionId };
}
