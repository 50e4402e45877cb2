import type { OptOutRequest } from './opt-out-request.entity.ts';
import type { Sql } from '../sql.ts';
import { REQUEST_COLUMNS } from './request-columns.ts';

/** Requests of one organisation by id; ids of others are simply not among the answers. */
export async function findRequests(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
): Promise<OptOutRequest[]> {
  return sql.rows(
    `SELECT ${REQUEST_COLUMNS} FROM opt_out_request WHERE organisation_id = $1 AND id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
}

/** All requests of one recipient, the newest first. */
export async function requestsOfRecipient(sql: Sql, recipientId: string): Promise<OptOutRequest[]> {
  return sql.rows(
    `SELECT ${REQUEST_COLUMNS} FROM opt_out_request WHERE recipient_id = $1 ORDER BY received_at DESC, id DESC`,
    [recipientId],
  );
}
