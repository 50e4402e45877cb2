import { RateLimiterMemory } from 'rate-limiter-flexible';

const MOST_A_MINUTE = 30;

/** Counts invalid links by client. A valid one is never counted nor refused (O-12). */
export function createInvalidLinkLimit(): { isTooMany(client: string): Promise<boolean> } {
  const limiter = new RateLimiterMemory({ points: MOST_A_MINUTE, duration: 60 });
  return {
    async isTooMany(client) {
      try {
        await limiter.consume(client);
        return false;
      } catch {
        return true;
      }
    },
  };
}
