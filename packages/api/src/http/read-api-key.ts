import { type ApiKeyOwner, type Database, findApiKey } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import type { FastifyRequest } from 'fastify';

/** Whose key came with a request: null where none did, `unknown` where it opens nothing. */
export async function readApiKey(
  db: Database,
  request: FastifyRequest,
): Promise<ApiKeyOwner | 'unknown' | null> {
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const key = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1] ?? '';
  return (await findApiKey(db.sql, hashSecretToken(key))) ?? 'unknown';
}
