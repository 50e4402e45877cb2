import type { WebhookTarget, WebhookTry } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { postWebhook, type WebhookResult } from '@adieu/gateways';
import { openWebhookSecrets, signWebhook } from '@adieu/keys';
import type { ActivityDeps } from '../activities/activity-deps.ts';

/** One attempt: signed anew with the time of now, under the id that stays. Gives what came of it, and how the log tells it. */
export async function attemptWebhook(
  { ring, outbound, clock }: Pick<ActivityDeps, 'ring' | 'outbound' | 'clock'>,
  target: Pick<WebhookTarget, 'id' | 'url' | 'secrets' | 'previousSecrets'>,
  event: { readonly eventId: string; readonly body: string },
): Promise<{ readonly result: WebhookResult; readonly tried: WebhookTry }> {
  const at = clock();
  const secrets = [target.secrets, target.previousSecrets]
    .filter((sealed) => sealed !== null)
    .map((sealed) => openWebhookSecrets(ring, target.id, sealed));
  const { body } = event;
  const headers = signWebhook(secrets, { id: publicId('event', event.eventId), body, at });
  const began = performance.now();
  const result = await postWebhook(outbound, { url: target.url, headers, body }, at);
  const tookMs = Math.round(performance.now() - began);
  const { status, fault, answer } = result;
  return { result, tried: { at: at.toISOString(), tookMs, status, fault, answer } };
}
