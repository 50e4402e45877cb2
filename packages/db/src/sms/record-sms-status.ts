import type { DeliveryState } from '@adieu/domain';
import type { Database } from '../database.ts';
import { providerOptOut } from './provider-opt-out.ts';

export interface SmsStatus {
  /** As the installation calls it. */
  readonly gateway: string;
  /** What it calls the message. */
  readonly gatewayId: string;
  /** Our own id, where the gateway brought it back. */
  readonly messageId: string | null;
  readonly state: DeliveryState;
  /** The gateway's own, without numbers or texts. */
  readonly code: string | null;
  /** Whether it says that it was not delivered because its recipient opted out there. */
  readonly optedOut: boolean;
  readonly at: Date;
  readonly now: Date;
}

/**
 * Keeps what a gateway says became of an SMS, told again or in any order (SM-20), and an opt-out that stands there (SM-12).
 * Gives the message; null for what is none of ours, or not yet: that is kept for a while, and an opt-out waits for it
 * (`recordEarlyOptOuts`).
 */
export function recordSmsStatus(
  db: Pick<Database, 'transaction'>,
  status: SmsStatus,
): Promise<{ messageId: string | null }> {
  const { gateway, gatewayId, state, code, optedOut, at, now } = status;
  return db.transaction(async (sql) => {
    const [row] = await sql.rows<{ id: string | null }>(
      'SELECT record_sms_status($1, $2, $3, $4, $5, $6, $7, $8) AS id',
      [gateway, gatewayId, status.messageId, state, code, optedOut, at, now],
    );
    const messageId = row!.id;
    if (optedOut && messageId !== null)
      await providerOptOut(sql, { messageId, gateway, code, now });
    return { messageId };
  });
}
