import { type ApiKeyOwner, type Database, findApiKey, wasRevoked } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import type { FastifyRequest } from 'fastify';

/** Why a request opens nothing for keys, in words for whoever sent it. */
export const KEY_REFUSALS = {
  missing: 'Send your API key: `Authorization: Bearer <key>`.',
  unreadable: 'The Authorization header is none of the form `Bearer <key>`.',
  unknown: 'No such API key is known here: is all of it there, and is it of this installation?',
  revoked: 'This API key was revoked: ask whoever looks after this installation for a new one.',
} as const;
export type KeyRefusal = keyof typeof KEY_REFUSALS;

/** Whose key came with a request, or why it opens nothing: `missing` where none did. */
export async function readApiKey(
  db: Database,
  request: FastifyRequest,
): Promise<ApiKeyOwner | { readonly refused: KeyRefusal }> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { refused: 'missing' };
  const key = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
  if (key === undefined) return { refused: 'unreadable' };
  const hash = hashSecretToken(key);
  const owner = await findApiKey(db.sql, hash);
  if (owner !== null) return owner;
  return { refused: (await wasRevoked(db.sql, hash)) ? 'revoked' : 'unknown' };
}
