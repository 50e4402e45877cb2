import { clientOfOrigin } from '@adieu/keys';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Within ten minutes: enough for whoever types one from a phone, too few to find one of 62^7 by trying. */
const MOST_WRONG = 30;
const SECONDS = 600;

/**
 * Counts codes that there are not by client: an IPv4 address, an IPv6 /64. Unlike a signed link a short one can be guessed, so
 * whoever named too many is told nothing any more, not even of one that there is.
 */
export function createShortLinkLimit(): {
  isClosed(origin: string): Promise<boolean>;
  wasWrong(origin: string): Promise<void>;
} {
  const limiter = new RateLimiterMemory({ points: MOST_WRONG, duration: SECONDS });
  return {
    async isClosed(origin) {
      const counted = await limiter.get(clientOfOrigin(origin));
      return counted !== null && counted.consumedPoints >= MOST_WRONG;
    },
    async wasWrong(origin) {
      await limiter.penalty(clientOfOrigin(origin));
    },
  };
}
