import { type Database, findApiKey, type KeyRefused } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import type { FastifyRequest } from 'fastify';

/** Why a request opens nothing for keys, in words for whoever sent it. */
export const KEY_REFUSALS = {
  missing: 'Send your API key: `Authorization: Bearer <key>`.',
  unreadable: 'The Authorization header is none of the form `Bearer <key>`.',
  unknown: 'No such API key is known here: is all of it there, and is it of this installation?',
  revoked: 'This API key was revoked: ask whoever looks after this installation for a new one.',
  expired: 'This API key came to its end: ask whoever looks after this installation for a new one.',
} as const satisfies Readonly<Record<'missing' | 'unreadable' | KeyRefused, string>>;
export type KeyRefusal = keyof typeof KEY_REFUSALS;

/** Whose key came with a request, or why it opens nothing: `missing` where none did. */
export async function readApiKey(
  db: Database,
  request: FastifyRequest,
  now: Date,
): Promise<Viewer | { readonly refused: KeyRefusal }> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { refused: 'missing' };
  const key = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
  if (key === undefined) return { refused: 'unreadable' };
  return findApiKey(db.sql, hashSecretToken(key), now);
}
