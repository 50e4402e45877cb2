import type { Sql } from '../sql.ts';

/** Marks that all that follows a request was done: its workflow's last step. Repeating keeps the first instant. */
export async function settleRequest(sql: Sql, requestId: string, now: Date): Promise<void> {
  await sql.rows(
    'UPDATE opt_out_request SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL',
    [requestId, now],
  );
}

export interface UnsettledRequest {
  readonly requestId: string;
  readonly open: boolean;
  readonly deadline: Date | null;
}

/** Requests whose workflow should be running: received before `receivedBefore` and not settled. Oldest first, after `afterId`. */
export async function unsettledRequests(
  sql: Sql,
  query: { receivedBefore: Date; limit: number; afterId: string | null },
): Promise<UnsettledRequest[]> {
  return sql.rows(
    `SELECT id AS "requestId", state = 'PENDING' AS open, deadline FROM opt_out_request
     WHERE settled_at IS NULL AND received_at < $1 AND id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
     ORDER BY id LIMIT $2`,
    [query.receivedBefore, query.limit, query.afterId],
  );
}
