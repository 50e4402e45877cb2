import { lockAccount } from '../organisation/accounts.ts';
import type { Sql } from '../sql.ts';
import { findSender } from './find-senders.ts';
import type { Sender } from './sender.entity.ts';

/** A sender of this organisation as it is now that nobody else changes what its account sends from; null where there is none. */
export async function lockSender(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Sender | null> {
  const found = await findSender(sql, organisationId, id);
  if (found === null) return null;
  await lockAccount(sql, organisationId, found.accountId);
  await sql.rows('SELECT 1 FROM sender WHERE id = $1 FOR UPDATE', [id]);
  return findSender(sql, organisationId, id);
}
