import type { Actor } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Writes into the ledger that an admin took out all that is kept of a person, before the first of it is read. False where
 * this organisation has no such recipient, or erased them.
 */
export async function recordExport(
  sql: Sql,
  act: {
    readonly organisationId: string;
    readonly recipientId: string;
    readonly actor: Actor;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const rows = await sql.rows(
    `INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id,
       actor_kind, actor, reason)
     SELECT organisation_id, $3, 'EXPORTED', id, address_key, channel, 'ORGANISATION', organisation_id, $4, $5, $6
     FROM recipient WHERE id = $2 AND organisation_id = $1 AND address IS NOT NULL RETURNING 1`,
    [act.organisationId, act.recipientId, act.now, act.actor.kind, act.actor.name, act.reason],
  );
  return rows.length > 0;
}
