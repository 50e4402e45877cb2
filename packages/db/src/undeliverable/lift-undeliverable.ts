import type { Actor, LiftedBy } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { CAME_BACK_TO } from './came-back-to.sql.ts';

interface Lift {
  readonly organisationId: string;
  readonly by: LiftedBy;
  readonly actor: Actor;
  /** What a member says; null where the address itself showed it. */
  readonly reason: string | null;
  readonly now: Date;
}

/**
 * Lets an address be written to again, and says why in the ledger; what came back before counts no more. False where it was not
 * undeliverable, or the organisation does not know it.
 */
export async function liftUndeliverable(
  sql: Sql,
  { recipientId, ...lift }: Lift & { readonly recipientId: string },
): Promise<boolean> {
  return (await liftManyUndeliverable(sql, { recipientIds: [recipientId], ...lift })).lifted === 1;
}

/** The same of many, as after a provider's bad day; tells how many the organisation knows at all. */
export async function liftManyUndeliverable(
  sql: Sql,
  lift: Lift & {
    readonly recipientIds: readonly string[];
    /** Those alone of which something came back to it; the others are as unknown. Not given, null: whoever it came back to. */
    readonly accountId?: string | null;
  },
): Promise<{ readonly lifted: number; readonly known: number }> {
  const { organisationId, recipientIds, accountId = null, by, actor, reason, now } = lift;
  const [counted] = await sql.rows<{ lifted: number; known: number }>(LIFT, [
    organisationId,
    recipientIds,
    now,
    actor.kind,
    actor.name,
    reason,
    JSON.stringify({ by }),
    accountId,
  ]);
  return counted!;
}

/** Locked in order of key, as by whatever else locks several. */
const LIFT = `
  WITH locked AS MATERIALIZED (
    SELECT id FROM recipient r WHERE organisation_id = $1 AND id = ANY ($2::uuid[])
      AND ($8::uuid IS NULL OR ${CAME_BACK_TO('$8', 'r.id')}) ORDER BY address_key FOR NO KEY UPDATE
  ), back AS (
    UPDATE recipient r SET undeliverable_since = NULL, deliverable_since = $3::timestamptz
    FROM locked l WHERE r.id = l.id AND r.undeliverable_since IS NOT NULL
    RETURNING r.id, r.organisation_id, r.address_key, r.channel
  ), told AS (
    INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind, actor,
      reason, detail)
    SELECT organisation_id, $3, 'UNDELIVERABLE_LIFTED', id, address_key, channel, 'ORGANISATION', organisation_id, $4, $5, $6, $7
    FROM back RETURNING 1
  )
  SELECT (SELECT count(*)::int FROM told) AS lifted, (SELECT count(*)::int FROM locked) AS known`;
