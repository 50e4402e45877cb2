import type { Sql } from '../sql.ts';

export interface RequestNote {
  readonly requestId: string;
  readonly at: Date;
  readonly text: string;
}

/** What people wrote down beside requests, the oldest first. Gone when the evidence is: it has its own retention. */
export async function notesOf(sql: Sql, requestIds: readonly string[]): Promise<RequestNote[]> {
  return sql.rows(
    `SELECT request_id AS "requestId", at, detail ->> 'note' AS text FROM opt_out_evidence
     WHERE request_id = ANY ($1::uuid[]) AND detail ->> 'note' IS NOT NULL ORDER BY at`,
    [requestIds],
  );
}
