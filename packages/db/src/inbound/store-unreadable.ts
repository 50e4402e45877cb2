import type { Sql } from '../sql.ts';
import type { Inbound } from './inbound.ts';
import { storeInbound } from './store-inbound.ts';

/** Keeps what nobody can read as it came, once, for an operator: nothing is known of it but the way it came, and it may be a wish. */
export async function storeUnreadable(
  sql: Sql,
  came: Pick<Inbound, 'channel' | 'source' | 'providerId' | 'raw'>,
  now: Date,
): Promise<void> {
  const nothing = { from: null, to: '', text: null, hint: null, part: null, isGuess: false };
  const as = { state: 'PARKED', because: 'UNREADABLE' } as const;
  await storeInbound(sql, { ...nothing, ...came, sentAt: now }, as, now);
}
