import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Of one key, in this process: twenty pages or questions a second. */
const MOST_A_MINUTE = 1_200;

/** Counts what each key asks, and tells it what is left (RateLimit headers); whether it may go on. */
export function createKeyLimit(
  mostAMinute = MOST_A_MINUTE,
): (reply: FastifyReply, keyId: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points: mostAMinute, duration: 60 });
  return async (reply, keyId) => {
    const [left, isOver] = await limiter.consume(keyId).then(
      (counted): [RateLimiterRes, boolean] => [counted, false],
      (counted: RateLimiterRes): [RateLimiterRes, boolean] => [counted, true],
    );
    const seconds = String(Math.ceil(left.msBeforeNext / 1_000));
    reply
      .header('ratelimit-limit', String(mostAMinute))
      .header('ratelimit-remaining', String(left.remainingPoints))
      .header('ratelimit-reset', seconds);
    if (isOver) reply.header('retry-after', seconds);
    return !isOver;
  };
}
