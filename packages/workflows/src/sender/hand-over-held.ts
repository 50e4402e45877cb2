import {
  type Carried,
  type SendableCampaign,
  campaignForSending,
  type ClaimedHeld,
  claimHeld,
  finishMessages,
  hasSender,
  type HandOverResult,
  heldAllowedAt,
  heldIsDue,
} from '@adieu/db';
import type { RateLimits } from '@adieu/domain';
import { type ReadyCampaign, readyCampaign, ReadySms, readySms } from '@adieu/templates';
import { LEASE_MS, notRendered } from './attempt.ts';
import { campaignContent } from './campaign-mail.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { handOverMail } from './hand-over-mail.ts';
import { type HeldPart, heldMail } from './held-mail.ts';
import { handOverHeldSms } from './hand-over-held-sms.ts';
import type { HeldText } from './join-texts.ts';
import { keepBounces, type Refused } from './keep-bounces.ts';
import { pauseUntil } from './pause-until.ts';
import { smsLimits } from './sms-limits.ts';

/** One way by which what was held goes out: the mail server, or a gateway of SMS. */
interface Lane {
  readonly atOnce: number;
  readonly limits: RateLimits | null;
  readonly carried: Carried;
}

function lanesOf({ mail, sms, limits = null }: HandOverDeps): Lane[] {
  return [
    { atOnce: mail.poolSize, limits, carried: { channel: 'EMAIL' } },
    ...sms.all.map((gateway): Lane => {
      const carried = { channel: 'SMS', ...sms.carriedBy(gateway) } as const;
      return { atOnce: gateway.atOnce, limits: smsLimits(gateway), carried };
    }),
  ];
}

/**
 * Hands over what was held and may go now until nothing more is claimed or `mayGoOn` says no; gives how many mails and SMS were
 * sent. A message that is held alone goes as it is, several of one book go in one, and share what becomes of it. Each way takes
 * as many at once, and as fast, as it does of campaigns; what no gateway carries waits until one does.
 */
export async function handOverHeld(deps: HandOverDeps, mayGoOn: () => boolean): Promise<number> {
  const sourceOf = sources(deps);
  const sent = await Promise.all(
    lanesOf(deps).map((lane) => handOverLane(deps, lane, sourceOf, mayGoOn)),
  );
  return sent.reduce((sum, n) => sum + n, 0);
}

async function handOverLane(
  deps: HandOverDeps,
  lane: Lane,
  sourceOf: SourceOf,
  mayGoOn: () => boolean,
): Promise<number> {
  const { db, clock } = deps;
  const { atOnce: limit, limits, carried } = lane;
  let sent = 0;
  while (mayGoOn()) {
    const now = clock();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const claimed = await claimHeld(db.sql, { limit, now, leaseUntil, limits, carried });
    // What was stopped or put off made room without being returned.
    if (claimed.length === 0 && !(await moreMayGo(deps, lane))) break;
    const mails = Object.values(Object.groupBy(claimed, ({ carriedBy }) => carriedBy));
    const results = await Promise.all(
      mails.map((messages) => attempt(deps, sourceOf, messages!, leaseUntil)),
    );
    await keepBounces(db, results.flat(), clock());
    await finishMessages(db.sql, results.flat(), clock());
    sent += results.filter((one) => one.some(({ state }) => state === 'SENT')).length;
  }
  return sent;
}

/** Whether something is due; with rate limits it waits for what may go soon, and leaves the rest to the next run. */
async function moreMayGo(
  { db, clock }: Pick<HandOverDeps, 'db' | 'clock'>,
  { limits, carried }: Lane,
): Promise<boolean> {
  if (limits === null) return heldIsDue(db.sql, clock(), carried);
  const at = await heldAllowedAt(db.sql, clock(), limits, carried);
  return at !== null && (await pauseUntil(at, clock()));
}

type SourceOf = (
  campaignId: string,
) => Promise<{ campaign: SendableCampaign; ready: ReadyCampaign | ReadySms }>;

/** Each campaign is read once for a run. */
function sources({ db }: HandOverDeps): SourceOf {
  const known = new Map<string, ReturnType<SourceOf>>();
  const read = async (campaignId: string): ReturnType<SourceOf> => {
    const campaign = await campaignForSending(db.sql, campaignId);
    const ready = campaign && ((await readyCampaign(campaign)) ?? (await readySms(campaign)));
    if (campaign === null || ready === null || !hasSender(campaign))
      throw new Error('the campaign was not compiled');
    return { campaign, ready };
  };
  return (campaignId) => {
    const source = known.get(campaignId) ?? read(campaignId);
    known.set(campaignId, source);
    return source;
  };
}

/** One mail or SMS, and what became of each message in it. What can not be rendered keeps no other back. */
async function attempt(
  deps: HandOverDeps,
  sourceOf: SourceOf,
  messages: readonly ClaimedHeld[],
  leaseUntil: Date,
): Promise<(HandOverResult & Refused)[]> {
  const failed: HandOverResult[] = [];
  const parts: HeldPart[] = [];
  const texts: HeldText[] = [];
  for (const message of messages) {
    const { messageId } = message;
    try {
      const { campaign, ready } = await sourceOf(message.campaignId);
      if (ready instanceof ReadySms) texts.push({ message, campaign, ready });
      else {
        const content = await campaignContent(deps, campaign, ready, message);
        parts.push({ message, campaign, content });
      }
    } catch (error) {
      failed.push({ messageId, ...notRendered(error) });
    }
  }
  // One recipient's address is of one channel.
  if (texts.length > 0) return [...failed, ...(await handOverHeldSms(deps, texts, leaseUntil))];
  if (parts.length === 0) return failed;
  const attempts = Math.max(...parts.map(({ message }) => message.attempts));
  const claimed = { leaseUntil, attempts, waiting: 'HELD' } as const;
  const became = await handOverMail(deps, (now) => heldMail(deps, parts, now), claimed);
  return [...failed, ...parts.map(({ message: { messageId } }) => ({ messageId, ...became }))];
}
