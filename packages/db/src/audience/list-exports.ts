import type { AudienceExportState, AudienceUse, Purpose } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** One export on record. */
export interface AudienceExport {
  readonly id: string;
  readonly addressBookId: string;
  readonly topicId: string | null;
  readonly madeBy: string;
  readonly asOf: Date;
  readonly use: AudienceUse;
  readonly purpose: Purpose;
  readonly format: string;
  readonly state: AudienceExportState;
  /** Null while it runs. */
  readonly handedOut: number | null;
  readonly stopped: Readonly<Record<string, number>> | null;
  readonly finishedAt: Date | null;
  readonly unfiltered: boolean;
  /** Why the book was chosen to be handed out unfiltered, and by whom. */
  readonly unfilteredReason: string | null;
  readonly unfilteredAllowedBy: string | null;
}

const EXPORTS = `
  SELECT e.id, e.address_book_id AS "addressBookId", e.topic_id AS "topicId", e.made_by AS "madeBy", e.as_of AS "asOf",
    e.use, e.purpose, e.format, e.state, e.handed_out AS "handedOut", e.stopped, e.finished_at AS "finishedAt",
    u.id IS NOT NULL AS unfiltered, u.reason AS "unfilteredReason", u.allowed_by AS "unfilteredAllowedBy"
  FROM audience_export e LEFT JOIN unfiltered_export u ON u.id = e.unfiltered_export_id`;

/** One page of an organisation's exports, the newest first. */
export async function listExports(
  sql: Sql,
  organisationId: string,
  page: { addressBookId: string | null; first: number; after: string | null },
): Promise<Listed<AudienceExport>> {
  const rows = await sql.rows<AudienceExport>(
    `${EXPORTS} WHERE e.organisation_id = $1 AND ($2::uuid IS NULL OR e.id < $2)
       AND ($4::uuid IS NULL OR e.address_book_id = $4) ORDER BY e.id DESC LIMIT $3`,
    [organisationId, page.after, page.first + 1, page.addressBookId],
  );
  return listedOf(rows, page.first);
}

/** An export of this organisation; null where there is none. */
export async function findExport(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<AudienceExport | null> {
  const [row] = await sql.rows<AudienceExport>(
    `${EXPORTS} WHERE e.organisation_id = $1 AND e.id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}
