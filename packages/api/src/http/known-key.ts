import type { Database } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { FastifyRequest } from 'fastify';
import { type KeyRefusal, readApiKey } from './read-api-key.ts';

type Found = Promise<Viewer | { readonly refused: KeyRefusal }>;

const found = new WeakMap<FastifyRequest, Found>();

/** Whose key came with a request, looked up once for it. */
export function keyOf(db: Database, request: FastifyRequest, now: Date): Found {
  const known = found.get(request);
  if (known !== undefined) return known;
  const asked = readApiKey(db, request, now);
  found.set(request, asked);
  return asked;
}
