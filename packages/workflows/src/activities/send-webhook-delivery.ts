import { askedWebhookDelivery, recordAskedDelivery } from '@adieu/db';
import { attemptWebhook } from '../webhooks/attempt-webhook.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Tries a delivery that somebody asked for, once, whatever state its endpoint is in. */
export function createSendWebhookDelivery(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'outbound' | 'clock'>,
) {
  return async (id: string): Promise<void> => {
    const asked = await askedWebhookDelivery(deps.db.sql, id, deps.clock());
    if (asked === null) return;
    const { result, tried } = await attemptWebhook(deps, asked, asked);
    await recordAskedDelivery(deps.db.sql, id, tried, result.verdict === 'DELIVERED');
  };
}
