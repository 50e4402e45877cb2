import type { Database } from '../database.ts';
import type { Sql } from '../sql.ts';
import { providerOptedOut } from '../system-sms/provider-opted-out.ts';
import { providerOptOut } from './provider-opt-out.ts';

interface Early {
  readonly gateway: string;
  readonly gatewayId: string;
  readonly code: string | null;
  readonly messageId: string | null;
  readonly systemSmsId: string | null;
}

/**
 * Records the opt-outs that gateways told of before the message was on record, by their names for it alone: those whose
 * message, or SMS of our own, is now (SM-12). Up to `limit`, each by itself; gives how many.
 */
export async function recordEarlyOptOuts(
  { sql, transaction }: Pick<Database, 'sql' | 'transaction'>,
  now: Date,
  limit = 100,
): Promise<number> {
  const found = await sql.rows<Pick<Early, 'gateway' | 'gatewayId'>>(EARLY('LIMIT $1'), [limit]);
  for (const { gateway, gatewayId } of found)
    await transaction(async (tx) => {
      const [early] = await tx.rows<Early>(
        EARLY('AND (d.gateway, d.gateway_id) = ($1, $2) FOR UPDATE OF d'),
        [gateway, gatewayId],
      );
      if (early !== undefined) await record(tx, early, now);
    });
  return found.length;
}

async function record(
  tx: Sql,
  { gateway, gatewayId, code, messageId, systemSmsId }: Early,
  now: Date,
): Promise<void> {
  if (messageId !== null) await providerOptOut(tx, { messageId, gateway, code, now });
  else await providerOptedOut(tx, { id: systemSmsId!, gateway, code, now });
  await tx.rows(
    'UPDATE sms_delivery SET opt_out_waits = false WHERE gateway = $1 AND gateway_id = $2',
    [gateway, gatewayId],
  );
}

const EARLY = (rest: string): string => `
  SELECT d.gateway, d.gateway_id AS "gatewayId", d.code, d.message_id AS "messageId", s.id AS "systemSmsId" FROM sms_delivery d
  LEFT JOIN system_sms s ON d.message_id IS NULL AND (s.gateway, s.gateway_id) = (d.gateway, d.gateway_id)
  WHERE d.opt_out_waits AND (d.message_id IS NOT NULL OR s.id IS NOT NULL) ${rest}`;
