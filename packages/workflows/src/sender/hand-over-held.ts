import {
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
import { type ReadyCampaign, readyCampaign, ReadySms, readySms } from '@adieu/templates';
import { LEASE_MS, notRendered } from './attempt.ts';
import { campaignContent } from './campaign-mail.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { handOverMail } from './hand-over-mail.ts';
import { type HeldPart, heldMail } from './held-mail.ts';
import { handOverHeldSms, type HeldText } from './hand-over-held-sms.ts';
import { pauseUntil } from './pause-until.ts';

/**
 * Hands over what was held and may go now until nothing more is claimed or `mayGoOn` says no; gives how many mails were sent.
 * A message that is held alone goes as it is, several of one book go in one mail, and share what becomes of it.
 */
export async function handOverHeld(deps: HandOverDeps, mayGoOn: () => boolean): Promise<number> {
  const { db, mail, clock, limits = null } = deps;
  const sourceOf = sources(deps);
  let sent = 0;
  while (mayGoOn()) {
    const now = clock();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const claimed = await claimHeld(db.sql, { limit: mail.poolSize, now, leaseUntil, limits });
    // What was stopped or put off made room without being returned.
    if (claimed.length === 0 && !(await moreMayGo(deps))) break;
    const mails = Object.values(Object.groupBy(claimed, ({ carriedBy }) => carriedBy));
    const results = await Promise.all(
      mails.map((messages) => attempt(deps, sourceOf, messages!, leaseUntil)),
    );
    await finishMessages(db.sql, results.flat(), clock());
    sent += results.filter((one) => one.some(({ state }) => state === 'SENT')).length;
  }
  return sent;
}

/** Whether something is due; with rate limits it waits for what may go soon, and leaves the rest to the next run. */
async function moreMayGo({ db, clock, limits = null }: HandOverDeps): Promise<boolean> {
  if (limits === null) return heldIsDue(db.sql, clock());
  const at = await heldAllowedAt(db.sql, clock(), limits);
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
): Promise<HandOverResult[]> {
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
