import { actorOf, type KeyProblem, mayGive, type Viewer } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { revokeApiKey } from './api-keys.ts';
import { replaceKey, type Rotation } from './replace-key.ts';
import { grantsOf } from './grants-of.ts';
import { endOf } from './issue-api-key.ts';
import { type ApiKeyRow, findApiKeyRow } from './list-api-keys.ts';

type Refused = { readonly refused: KeyProblem | 'not-found' };

/** Ends a key now, for somebody who could have made it. One that ended before stays as it was. */
export async function endApiKey(
  tx: Transaction,
  by: Viewer,
  id: string,
  now: Date,
): Promise<{ done: true } | Refused> {
  const key = await lockedKey(tx, by, id);
  if ('refused' in key) return key;
  await revokeApiKey(tx, id, now);
  return { done: true };
}

/** A new key with all that an old one gives, for somebody who could have made it. Gives the id of the new one. */
export async function rotateApiKey(
  tx: Transaction,
  by: Viewer,
  rotation: Omit<Rotation, 'by'>,
): Promise<{ id: string } | Refused> {
  const { id } = rotation;
  const old = await lockedKey(tx, by, id);
  if ('refused' in old) return old;
  const end = await endOf(tx, by);
  // A key that rotates itself hands on its own end; nobody else hands on more than they have.
  if (by.id !== id && end !== null && (old.expiresAt === null || old.expiresAt > end))
    return { refused: 'outlives-its-maker' };
  return replaceKey(tx, { ...rotation, by: actorOf(by) });
}

/** The key, held until the end of the transaction; not there for those who could not have made it. */
async function lockedKey(tx: Transaction, by: Viewer, id: string): Promise<ApiKeyRow | Refused> {
  await tx.rows('SELECT 1 FROM api_key WHERE id = $1 FOR UPDATE', [id]);
  const key = await findApiKeyRow(tx, by.organisationId, id);
  if (key === null) return { refused: 'not-found' };
  return mayGive(by.grants, grantsOf(key)) ? key : { refused: 'not-yours-to-give' };
}
