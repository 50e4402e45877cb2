import type { OptOutMethod } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** A burst: requests of one mail domain in one campaign that may be a robot's (N4). */
export interface Quarantine {
  readonly id: string;
  readonly campaignId: string;
  readonly mailDomain: string;
  readonly count: number;
  /** How many nobody has decided yet. */
  readonly pending: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly methods: readonly OptOutMethod[];
}

const QUARANTINE = `
  SELECT z.id, z.campaign_id AS "campaignId", z.mail_domain AS "mailDomain", s.*
  FROM quarantine z CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, count(*) FILTER (WHERE q.state = 'PENDING')::int AS pending,
      min(q.received_at) AS "firstAt", max(q.received_at) AS "lastAt", array_agg(DISTINCT q.method) AS methods
    FROM opt_out_request q WHERE q.quarantine_id = z.id
  ) s
  WHERE z.organisation_id = $1 AND s.count > 0`;

/** One page of an organisation's quarantines, the newest first. */
export async function listQuarantines(
  sql: Sql,
  organisationId: string,
  page: {
    campaignId: string | null;
    /** True: where somebody waits for a decision; false: where nobody does. */
    isOpen: boolean | null;
    first: number;
    after: string | null;
  },
): Promise<Listed<Quarantine>> {
  const rows = await sql.rows<Quarantine>(
    `${QUARANTINE} AND ($2::uuid IS NULL OR z.id < $2) AND ($4::uuid IS NULL OR z.campaign_id = $4)
       AND ($5::boolean IS NULL OR (s.pending > 0) = $5) ORDER BY z.id DESC LIMIT $3`,
    [organisationId, page.after, page.first + 1, page.campaignId, page.isOpen],
  );
  return listedOf(rows, page.first);
}

/** One of them; null where the organisation has no such. */
export async function findQuarantine(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Quarantine | null> {
  const [row] = await sql.rows<Quarantine>(`${QUARANTINE} AND z.id = $2`, [organisationId, id]);
  return row ?? null;
}
