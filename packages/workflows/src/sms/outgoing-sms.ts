import type { OutgoingSms, SmsGateway } from '@adieu/gateways';
import { countParts } from '@adieu/templates';

/** A text as a gateway takes it. */
export function outgoingSms(
  message: Pick<OutgoingSms, 'id' | 'from' | 'to' | 'text' | 'statusUrl'>,
): OutgoingSms {
  const { encoding, parts } = countParts(message.text);
  return { ...message, encoding, parts, expiresAt: null };
}

/** Where a gateway tells what became of a message; null where it tells nothing. */
export function statusUrlOf({ name, features }: SmsGateway, publicUrl: string): string | null {
  return features.statuses ? `${publicUrl}/sms/${name}/status` : null;
}
