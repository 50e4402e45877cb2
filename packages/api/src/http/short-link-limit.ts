import { clientOfOrigin, networkOfOrigin } from '@adieu/keys';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Within ten minutes: enough for whoever types one from a phone, too few to find one of 62^7 by trying; and for all of a network together,
 * as whoever has a /48 has 65,536 clients. Many phones behind one address of their operator mistype no more than that.
 */
const MOST_WRONG = { client: 30, network: 300 };
const SECONDS = 600;

/**
 * Counts codes that there are not by client (an IPv4 address, an IPv6 /64) and by its network (/24, /48). Unlike a signed link a short
 * one can be guessed, so whoever named too many is told nothing any more, not even of one that there is.
 */
export function createShortLinkLimit(): {
  isClosed(origin: string): Promise<boolean>;
  wasWrong(origin: string): Promise<void>;
} {
  const limits = [
    { keyOf: clientOfOrigin, points: MOST_WRONG.client },
    { keyOf: networkOfOrigin, points: MOST_WRONG.network },
  ].map(({ keyOf, points }) => ({
    keyOf,
    points,
    counted: new RateLimiterMemory({ points, duration: SECONDS }),
  }));
  return {
    async isClosed(origin) {
      const found = await Promise.all(
        limits.map(async ({ keyOf, points, counted }) => {
          const of = await counted.get(keyOf(origin));
          return of !== null && of.consumedPoints >= points;
        }),
      );
      return found.includes(true);
    },
    async wasWrong(origin) {
      await Promise.all(limits.map(({ keyOf, counted }) => counted.penalty(keyOf(origin))));
    },
  };
}
