import { createHash } from 'node:crypto';
import type { MachineSignalKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Keeps what a machine tells of a recipient. It is no wish: nothing is opened, nothing is stopped (design §2). The same
 * one again, as webhooks do, is kept once. `not-found` where recipient or message are not of this organisation.
 */
export async function recordMachineSignal(
  sql: Sql,
  signal: {
    readonly organisationId: string;
    readonly recipientId: string;
    /** The message that it is about, if any; a request that is made of it leaves what its link leaves. */
    readonly messageId: string | null;
    readonly kind: MachineSignalKind;
    /** Hex SHA-256 of what came in; of the detail where nothing raw came. */
    readonly sha256?: string;
    /** What it says, without addresses: `550 5.1.1`. */
    readonly detail: Readonly<Record<string, string>>;
    readonly now: Date;
  },
): Promise<{ machineSignalId: string; isNew: boolean } | { refused: 'not-found' }> {
  const { organisationId, recipientId, messageId, kind, detail, now } = signal;
  const sha256 =
    signal.sha256 ??
    createHash('sha256')
      .update(JSON.stringify([messageId, detail]))
      .digest('hex');
  const [row] = await sql.rows<{ machineSignalId: string; isNew: boolean }>(
    `INSERT INTO machine_signal AS s (organisation_id, recipient_id, message_id, kind, at, sha256, detail)
     SELECT r.organisation_id, r.id, m.id, $4, $5, decode($6, 'hex'), $7
     FROM recipient r LEFT JOIN message m ON m.id = $3::uuid AND m.recipient_id = r.id
     WHERE r.id = $2 AND r.organisation_id = $1 AND ($3::uuid IS NULL OR m.id IS NOT NULL)
     ON CONFLICT (recipient_id, kind, sha256) DO UPDATE SET kind = excluded.kind
     RETURNING s.id AS "machineSignalId", old.id IS NULL AS "isNew"`,
    [organisationId, recipientId, messageId, kind, now, sha256, JSON.stringify(detail)],
  );
  return row ?? { refused: 'not-found' };
}
