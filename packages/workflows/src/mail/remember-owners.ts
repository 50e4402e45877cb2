import { haveOneOwner, type Sql } from '@adieu/db';
import type { HaveOneOwner } from '@adieu/gateways';

/** For so long an answer counts: each mail of a campaign asks, and the database is asked once. */
const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 1_000;

/** Whether two domains are of one organisation, as the database said a moment ago. */
export function rememberOwners(sql: Sql, clock: () => Date): HaveOneOwner {
  const known = new Map<string, { readonly answer: Promise<boolean>; readonly until: number }>();
  return (signing, from) => {
    const pair = `${signing} ${from}`;
    const now = clock().getTime();
    const before = known.get(pair);
    if (before !== undefined && before.until > now) return before.answer;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const answer = haveOneOwner(sql, signing, from);
    known.set(pair, { answer, until: now + REMEMBERED_MS });
    // A failure is its own mail's, not that of all for five seconds.
    answer.catch(() => known.delete(pair));
    return answer;
  };
}
