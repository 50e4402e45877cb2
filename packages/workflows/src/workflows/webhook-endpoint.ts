import { SIGNALS_TO, type WebhookEndpointInput } from '@adieu/domain';
import {
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { mail, webhooks } from './activities.ts';

export const endpointWoken = defineSignal(SIGNALS_TO.endpointWoken);

/** Rounds of one run: its history stays short, also where signals come each second. */
const MOST_ROUNDS = 100;

/**
 * All deliveries of one endpoint, in order: it runs for as long as there is something to deliver, and is started anew when
 * something happens. The place in the ledger, the failures and the next try are the record's; this only waits. A fault of the
 * server it speaks to is waited out by a timer, which a change of the endpoint cuts short.
 */
export async function webhookEndpoint({ id }: WebhookEndpointInput): Promise<void> {
  let isWoken = true;
  setHandler(endpointWoken, () => {
    isWoken = true;
  });
  for (let round = 0; round < MOST_ROUNDS && !workflowInfo().continueAsNewSuggested; round += 1) {
    isWoken = false;
    const drained = await webhooks.drainWebhooks(id);
    if (drained.next === 'wait') {
      const remaining = Math.max(0, Date.parse(drained.until) - Date.now());
      await condition(() => isWoken, remaining);
    } else if (drained.next === 'disabled') {
      await mail.sendWebhookNotices(id);
      if (!isWoken) return;
    } else if (drained.next === 'idle' && !isWoken) return;
  }
  await continueAsNew<typeof webhookEndpoint>({ id });
}
