import { clientOfOrigin } from '@adieu/keys';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const MOST_A_MINUTE = 30;

/** Counts invalid links by client: an IPv4 address, an IPv6 /64. A valid one is never counted nor refused (O-12). */
export function createInvalidLinkLimit(): { isTooMany(origin: string): Promise<boolean> } {
  const limiter = new RateLimiterMemory({ points: MOST_A_MINUTE, duration: 60 });
  return {
    async isTooMany(origin) {
      try {
        await limiter.consume(clientOfOrigin(origin));
        return false;
      } catch {
        return true;
      }
    },
  };
}
