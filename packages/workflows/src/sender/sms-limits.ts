import type { RateLimits } from '@adieu/domain';
import type { SmsGateway } from '@adieu/gateways';

/** How fast a gateway takes messages, of whatever campaign; null where it names no rate. */
export function smsLimits({ name, perSecond }: SmsGateway): RateLimits | null {
  if (perSecond === null) return null;
  const limit = `sms:${name}`;
  return { rates: { [limit]: perSecond }, domains: {}, numbers: limit };
}
