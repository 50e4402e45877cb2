import {
  type CampaignForSending,
  type ClaimedMessage,
  type Database,
  finishAndClaim,
  finishMessages,
  type HandOverResult,
  nextPaced,
} from '@adieu/db';
import type { SendPace } from '@adieu/domain';
import type { CompiledCampaign } from '@adieu/templates';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailTransport } from '../mail/transport.ts';
import { campaignMail, type CampaignMailDeps } from './campaign-mail.ts';
import { outcomeOf, readSmtpError, retryDelay, type SmtpError } from './classify-smtp-error.ts';

export interface HandOverDeps extends CampaignMailDeps {
  readonly db: Database;
  readonly mail: MailTransport;
  readonly clock: () => Date;
  /** How fast mail may go; null or none = as fast as the connections allow. */
  readonly pace?: SendPace | null;
}

/** The longest that a message may count as under way (design: 30 s). */
const LEASE_MS = 30_000;
/** Between looks at a pace: never so often that looking is all the work, and often enough to hear of a pause. */
const LOOK_MS = { least: 10, most: 250 };
/** Whatever may go only later than this is left to the workflow's timer. */
const STAY_MS = 3_000;

/**
 * Hands over what is due of a campaign until nothing more is claimed, `mayGoOn` says no, or something fails; gives how
 * many were sent. At most as many messages are leased as the pool has connections, and each goes to its connection at
 * once: claiming is the gate (W-2), so nothing may lie between it and the hand-over: a pace is kept by the claim, which
 * leases no more than may go. Results are written with the next claim, in one commit.
 */
export async function handOver(
  deps: HandOverDeps,
  campaign: CampaignForSending,
  compiled: CompiledCampaign,
  mayGoOn: () => boolean,
): Promise<number> {
  const { db, mail, clock, pace = null } = deps;
  const { campaignId } = campaign;
  const underWay = new Set<Promise<HandOverResult>>();
  let results: HandOverResult[] = [];
  let sent = 0;

  const start = (message: ClaimedMessage, leaseUntil: Date): void => {
    const one = attempt(deps, campaign, compiled, message, leaseUntil);
    underWay.add(one);
    void one.then((result) => {
      results.push(result);
      if (result.state === 'SENT') sent += 1;
      underWay.delete(one);
      return result;
    });
  };

  try {
    while (mayGoOn()) {
      const written = results.length;
      const now = clock();
      const leaseUntil = new Date(now.getTime() + LEASE_MS);
      // What ends while this is written is leased still: a crash now would leave it unknown.
      const limit = mail.poolSize - underWay.size;
      const claim = { campaignId, limit, now, leaseUntil, pace };
      const claimed = await finishAndClaim(db.sql, results.slice(0, written), claim);
      results = results.slice(written);
      for (const message of claimed) start(message, leaseUntil);
      if (pace !== null && claimed.length < limit) {
        if (!(await untilPaced(deps, campaignId, pace, underWay))) break;
        continue;
      }
      // An empty claim does not mean the end: stopped messages make room without being returned, so ask once more.
      if (claimed.length === 0 && underWay.size === 0) {
        if (!(await moreIsDue(db, campaignId, clock()))) break;
        continue;
      }
      await Promise.race(underWay);
      // Connections that finish together are served together: one statement for all of them.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await Promise.all(underWay);
    await finishMessages(db.sql, results, clock());
  }
  return sent;
}

async function attempt(
  deps: HandOverDeps,
  campaign: CampaignForSending,
  compiled: CompiledCampaign,
  message: ClaimedMessage,
  leaseUntil: Date,
): Promise<HandOverResult> {
  const { messageId, attempts } = message;
  const again = (outcome: string, dueAt: Date): HandOverResult => ({
    messageId,
    state: 'QUEUED',
    outcome,
    dueAt,
  });
  let mail;
  try {
    mail = campaignMail(deps, campaign, compiled, message, deps.clock());
  } catch (error) {
    return {
      messageId,
      state: 'FAILED',
      outcome: `not rendered: ${outcomeOf(error)}`,
      dueAt: null,
    };
  }
  // The gate's answer holds for the lease and no longer.
  if (deps.clock() >= leaseUntil)
    return again('the lease ran out before the hand-over', deps.clock());
  try {
    const outcome = await deps.mail.send(mail, leaseUntil);
    return { messageId, state: 'SENT', outcome: outcome.slice(0, 300), dueAt: null };
  } catch (error) {
    const reading = readSmtpError(error as SmtpError);
    const delay = reading.verdict === 'again' ? retryDelay(reading.retry, attempts) : null;
    if (delay !== null) return again(outcomeOf(error), new Date(deps.clock().getTime() + delay));
    return {
      messageId,
      state: reading.verdict === 'unknown' ? 'UNKNOWN' : 'FAILED',
      outcome: outcomeOf(error),
      dueAt: null,
    };
  }
}

/** Waits until something may go, or for a result; false where nothing is under way and nothing may go soon. */
async function untilPaced(
  { db, clock }: HandOverDeps,
  campaignId: string,
  pace: SendPace,
  underWay: ReadonlySet<Promise<unknown>>,
): Promise<boolean> {
  const at = await nextPaced(db.sql, campaignId, pace, clock());
  const wait = at === null ? Number.POSITIVE_INFINITY : at.getTime() - clock().getTime();
  if (wait <= STAY_MS) await pause(Math.min(Math.max(wait, LOOK_MS.least), LOOK_MS.most));
  else if (underWay.size > 0) await Promise.race(underWay);
  else return false;
  return true;
}

async function moreIsDue(db: Database, campaignId: string, now: Date): Promise<boolean> {
  const rows = await db.sql.rows(
    `SELECT 1 FROM message m JOIN campaign c ON c.id = m.campaign_id
     WHERE m.campaign_id = $1 AND m.state = 'QUEUED' AND m.due_at <= $2 AND c.state = 'SENDING' LIMIT 1`,
    [campaignId, now],
  );
  return rows.length > 0;
}
