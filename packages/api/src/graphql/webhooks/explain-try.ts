import type { WebhookTry } from '@adieu/db';
import { OUTBOUND_FAULTS, type OutboundFaultCode } from '@adieu/domain';

/** Why an attempt was not taken, and what to do; null where it was. */
export function explainTry({ status, fault }: WebhookTry): string | null {
  if (fault !== null)
    return `It was not delivered: ${OUTBOUND_FAULTS[fault as OutboundFaultCode] ?? fault}.`;
  if (status === null || (status >= 200 && status < 300)) return null;
  if (status >= 300 && status < 400)
    return `The server answered ${status}, which sends on elsewhere: that is not followed. Give the URL that it leads to.`;
  if (status === 410) return 'The server answered 410: nobody is there any more.';
  return `The server answered ${status}: only 2xx says that a delivery was taken.`;
}
