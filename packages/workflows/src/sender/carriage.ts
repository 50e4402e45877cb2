import type { ClaimedMessage, HandOverResult } from '@adieu/db';
import type { RateLimits } from '@adieu/domain';
import type { Refused } from './keep-bounces.ts';

/** What became of one hand-over: the same for every message that went in it. */
export type Became = Omit<HandOverResult, 'messageId'> & Pick<Refused, 'bounce'>;

/** How the messages of one campaign go out. What one is made of, and who takes it, is its channel's; all else is the same. */
export interface Carriage {
  /** How many may be under way at once. */
  readonly atOnce: number;
  /** How fast; null = as fast as they are taken. */
  readonly limits: RateLimits | null;
  /** Whether each message has a short link of its own. */
  readonly links: boolean;
  /** Makes one message and hands it over, once; never rejects. */
  readonly handOver: (message: ClaimedMessage, leaseUntil: Date) => Promise<Became>;
}
