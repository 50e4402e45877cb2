import type { TimeoutOutcome } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import type { Reviewed } from './review-link.ts';
import { WAITING } from './waiting.ts';

/** A burst of suspected robots in which somebody waits for a decision (N4). */
export interface WaitingQuarantine {
  readonly id: string;
  /** To be masked before it is shown. */
  readonly mailDomain: string;
  readonly campaignName: string;
  /** How many wait. */
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** The first that ends. */
  readonly deadline: Date;
  readonly onTimeout: TimeoutOutcome;
}

/** More at once nobody goes through; when these are decided the others come. */
const MOST_SHOWN = 20;

/** An organisation's open quarantines, what ends first first. Leaves out what can still be undone. */
export async function waitingQuarantines(
  sql: Sql,
  { organisationId, accountIds }: Reviewed,
): Promise<WaitingQuarantine[]> {
  return sql.rows(
    `SELECT z.id, z.mail_domain AS "mailDomain", c.name AS "campaignName", count(*)::int AS count,
       min(q.received_at) AS "firstAt", max(q.received_at) AS "lastAt", min(q.deadline) AS deadline,
       (array_agg(q.on_timeout ORDER BY q.deadline))[1] AS "onTimeout"
     FROM opt_out_request q JOIN quarantine z ON z.id = q.quarantine_id JOIN campaign c ON c.id = z.campaign_id
     WHERE ${WAITING} GROUP BY z.id, c.name ORDER BY min(q.deadline), z.id LIMIT $4`,
    [organisationId, null, accountIds, MOST_SHOWN],
  );
}

/** Ids of all that waits in a quarantine and had come in by `receivedBy`, at most `limit`. */
export async function waitingIdsOfQuarantine(
  sql: Sql,
  query: Reviewed & {
    readonly quarantineId: string;
    readonly receivedBy: Date;
    readonly limit: number;
  },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT q.id FROM opt_out_request q
     WHERE ${WAITING} AND q.quarantine_id = $4 AND q.received_at <= $5 ORDER BY q.deadline, q.id LIMIT $6`,
    [
      query.organisationId,
      null,
      query.accountIds,
      query.quarantineId,
      query.receivedBy,
      query.limit,
    ],
  );
  return rows.map(({ id }) => id);
}
