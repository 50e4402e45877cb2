import type { CameIn } from '@adieu/domain';
import type { Sql, Transaction } from '../sql.ts';

interface Between {
  readonly fromKey: Buffer;
  readonly to: string;
}

/** The wishes to stop of this number to this sender that came in from an instant on (SM-20). */
export async function stopsSince(
  sql: Sql,
  { fromKey, to }: Between,
  since: Date,
): Promise<CameIn[]> {
  return sql.rows(
    `SELECT sent_at AS "sentAt", received_at AS "receivedAt" FROM inbound_message
     WHERE from_key = $1 AND to_address = $2 AND received_at >= $3 AND outcome IN ('OPT_OUT', 'PAUSE', 'BLOCK')`,
    [fromKey, to, since],
  );
}

export interface LaterReturn {
  readonly doubleOptInId: string;
  readonly askedAt: Date;
  readonly isConfirmed: boolean;
}

/** What this number began with a START to this sender that was sent after an instant. */
export async function returnsSince(
  sql: Sql,
  { fromKey, to }: Between,
  since: Date,
): Promise<LaterReturn[]> {
  return sql.rows(
    `SELECT d.id AS "doubleOptInId", i.sent_at AS "askedAt", d.confirmed_at IS NOT NULL AS "isConfirmed"
     FROM inbound_message i JOIN double_opt_in d ON d.id = i.double_opt_in_id
     WHERE i.from_key = $1 AND i.to_address = $2 AND i.sent_at > $3 AND i.outcome = 'DOUBLE_OPT_IN'
       AND d.superseded_at IS NULL`,
    [fromKey, to, since],
  );
}

/**
 * Leaves these open: the wish that this transaction just recorded was sent before they were asked for, and came in after. What
 * another wish ended meanwhile, as by a link, stays ended: only rows that this transaction wrote are given back.
 */
export async function keepReturns(
  tx: Transaction,
  doubleOptInIds: readonly string[],
): Promise<void> {
  await tx.rows(
    `UPDATE double_opt_in SET superseded_at = NULL
     WHERE id = ANY ($1::uuid[]) AND confirmed_at IS NULL AND xmin = pg_current_xact_id()::xid`,
    [doubleOptInIds],
  );
}
