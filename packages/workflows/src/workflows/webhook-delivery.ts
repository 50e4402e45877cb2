import type { WebhookDeliveryInput } from '@adieu/domain';
import { webhooks } from './activities.ts';

/** One delivery that somebody asked for: a test, or one once more. It is tried once, and whoever asked sees what came of it. */
export async function webhookDelivery({ id }: WebhookDeliveryInput): Promise<void> {
  await webhooks.sendWebhookDelivery(id);
}
