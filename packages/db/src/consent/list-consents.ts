import type { ConsentRecord } from './consent-record.entity.ts';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `
  c.id, c.organisation_id AS "organisationId", c.account_id AS "accountId", c.recipient_id AS "recipientId",
  c.list_id AS "listId", c.address_key AS "addressKey", c.channel, c.scope_kind AS "scopeKind", c.scope_id AS "scopeId",
  c.scope_name AS "scopeName", c.consent_text AS "consentText", c.source, c.obtained_at AS "obtainedAt",
  c.evidence_sha256 AS "evidenceSha256", c.outcome, c.recorded_at AS "recordedAt", c.recorded_by AS "recordedBy"`;

/** The consents that an organisation recorded by hand, the newest first. */
export async function listConsents(
  sql: Sql,
  organisationId: string,
  page: { readonly first: number; readonly before: string | null },
): Promise<Listed<ConsentRecord>> {
  const rows = await sql.rows<ConsentRecord>(
    `SELECT ${COLUMNS} FROM consent_record c WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id < $2::uuid)
     ORDER BY c.id DESC LIMIT $3`,
    [organisationId, page.before, page.first + 1],
  );
  return listedOf(rows, page.first);
}

/** The consents of one recipient, the newest first. */
export async function consentsOf(sql: Sql, recipientId: string): Promise<ConsentRecord[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM consent_record c WHERE c.recipient_id = $1 ORDER BY c.id DESC`,
    [recipientId],
  );
}

/** Consents of one organisation by id. */
export async function findConsents(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
): Promise<ConsentRecord[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM consent_record c WHERE c.organisation_id = $1 AND c.id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
}
