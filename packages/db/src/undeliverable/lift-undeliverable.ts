import type { Actor, LiftedBy } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Lets an address be written to again, and says why in the ledger; what came back before counts no more. False where it was not undeliverable,
 * or the organisation does not know it.
 */
export async function liftUndeliverable(
  sql: Sql,
  lift: {
    readonly organisationId: string;
    readonly recipientId: string;
    readonly by: LiftedBy;
    readonly actor: Actor;
    /** What a member says; null where the address itself showed it. */
    readonly reason: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const { organisationId, recipientId, by, actor, reason, now } = lift;
  const lifted = await sql.rows(LIFT, [
    organisationId,
    recipientId,
    now,
    actor.kind,
    actor.name,
    reason,
    JSON.stringify({ by }),
  ]);
  return lifted.length > 0;
}

const LIFT = `
  WITH back AS (
    UPDATE recipient SET undeliverable_since = NULL, deliverable_since = $3::timestamptz
    WHERE id = $2 AND organisation_id = $1 AND undeliverable_since IS NOT NULL
    RETURNING id, organisation_id, address_key, channel
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind, actor,
    reason, detail)
  SELECT organisation_id, $3, 'UNDELIVERABLE_LIFTED', id, address_key, channel, 'ORGANISATION', organisation_id, $4, $5, $6, $7
  FROM back RETURNING 1`;
