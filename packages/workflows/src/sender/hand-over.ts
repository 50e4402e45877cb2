import {
  type ClaimedMessage,
  finishAndClaim,
  finishMessages,
  type HandOverResult,
  nextAllowed,
  queuedIsDue,
} from '@adieu/db';
import type { RateLimits } from '@adieu/domain';
import { LEASE_MS } from './attempt.ts';
import type { Carriage } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { keepBounces, type Refused } from './keep-bounces.ts';
import { pauseUntil } from './pause-until.ts';
import { Semaphore } from './semaphore.ts';

/**
 * One claim for ten messages costs little more than one for a single message: each waits for half of the connections, but
 * not long for those that hang. Two overlap, so that mails go while the other is being written to the disk.
 */
const CLAIMS = { atOnce: 2, share: 1 / 2, patienceMs: 8 };

type Ended = HandOverResult & Refused;

/**
 * Hands over what is due of a campaign until nothing more is claimed, `mayGoOn` says no, or something fails; gives how
 * many were sent. At most as many messages are leased as the pool has connections, and each goes to its connection at
 * once: claiming is the gate (W-2), so nothing may lie between it and the hand-over: rate limits are kept by the claim, which
 * leases no more than may go. Results are written with the next claim, in one commit.
 */
export async function handOver(
  deps: Pick<HandOverDeps, 'db' | 'clock'>,
  campaignId: string,
  { atOnce, limits, links, handOver: carry }: Carriage,
  mayGoOn: () => boolean,
): Promise<number> {
  const { db, clock } = deps;
  const results: Ended[] = [];
  let sent = 0;
  let failed = false;
  const connections = new Semaphore<Ended>(atOnce, (result) => {
    results.push(result);
    if (result.state === 'SENT') sent += 1;
  });

  const attempt = async (message: ClaimedMessage, leaseUntil: Date): Promise<Ended> => ({
    messageId: message.messageId,
    ...(await carry(message, leaseUntil)),
  });

  /** Claims for connections that were taken, and has each message handed over. Gives whether as many came as were asked for. */
  const serve = async (limit: number): Promise<{ full: boolean }> => {
    const now = clock();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const ended = results.splice(0);
    let claimed: ClaimedMessage[] = [];
    try {
      const claim = { campaignId, limit, now, leaseUntil, limits, links };
      await keepBounces(db, ended, now);
      claimed = await finishAndClaim(db.sql, ended, claim);
    } catch (error) {
      // To write twice what was written changes nothing.
      results.unshift(...ended);
      throw error;
    } finally {
      connections.give(limit - claimed.length);
    }
    for (const message of claimed) connections.use(attempt(message, leaseUntil));
    return { full: claimed.length === limit };
  };

  const keepServing = async (): Promise<void> => {
    for (;;) {
      const limit = await connections.take(Math.ceil(atOnce * CLAIMS.share), CLAIMS.patienceMs);
      if (failed || !mayGoOn()) return connections.give(limit);
      const { full } = await serve(limit);
      if (full) continue;
      if (limits !== null) {
        if (await untilAllowed(deps, campaignId, limits, connections)) continue;
        return;
      }
      if (!connections.areIdle) await connections.oneEnds();
      // An empty claim does not mean the end: stopped messages make room without being returned, so ask once more.
      if (connections.areIdle && !(await queuedIsDue(db.sql, campaignId, clock()))) return;
    }
  };

  // A claim with rate limits has one place for all: a second would only wait for the first.
  const servers = Array.from({ length: limits === null ? CLAIMS.atOnce : 1 }, keepServing);
  for (const server of servers) server.catch(() => (failed = true));
  const outcomes = await Promise.allSettled(servers);
  await connections.allEnd();
  await keepBounces(db, results, clock());
  await finishMessages(db.sql, results, clock());
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return sent;
}

/** Waits until something may go, or for a result; false where all connections are idle and nothing may go soon. */
async function untilAllowed(
  { db, clock }: Pick<HandOverDeps, 'db' | 'clock'>,
  campaignId: string,
  limits: RateLimits,
  connections: Semaphore<Ended>,
): Promise<boolean> {
  const at = await nextAllowed(db.sql, campaignId, limits, clock());
  if (await pauseUntil(at, clock())) return true;
  if (connections.areIdle) return false;
  await connections.oneEnds();
  return true;
}
