import type { AudienceExportState } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Writes how an export ended: how many contacts it handed out, and how many the gate kept back, by reason (N3). */
export async function finishExport(
  sql: Sql,
  exportId: string,
  end: {
    readonly state: Exclude<AudienceExportState, 'RUNNING'>;
    readonly handedOut: number;
    readonly stopped: Readonly<Record<string, number>>;
    readonly now: Date;
  },
): Promise<void> {
  await sql.rows(
    `UPDATE audience_export SET state = $2, handed_out = $3, stopped = $4, finished_at = $5 WHERE id = $1 AND state = 'RUNNING'`,
    [exportId, end.state, end.handedOut, JSON.stringify(end.stopped), end.now],
  );
}
