import { providerOptOut } from '@adieu/db';
import type { SmsAnswer, SmsGateway } from '@adieu/gateways';
import { attempt } from './attempt.ts';
import type { Became } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { outgoingSms, statusUrlOf } from '../sms/outgoing-sms.ts';

/** Before a gateway is asked again that named no time: twice as long each time, as it may be away for hours. */
const BACKOFF_MS = { first: 30_000, most: 30 * 60_000 };
/** A day of them; after it nobody waits for the message any more. */
const MOST_ATTEMPTS = 50;

function backoff(attempts: number): number {
  return Math.min(BACKOFF_MS.first * 2 ** (attempts - 1), BACKOFF_MS.most);
}

export interface SmsHandOver {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly leaseUntil: Date;
  /** Counts this hand-over. */
  readonly attempts: number;
  /** Where it waits to be tried again. */
  readonly waiting: 'QUEUED' | 'HELD';
}

/** Fills one text message and hands it to its gateway, once; gives what became of it, and never rejects. */
export function handOverSms(
  deps: Pick<HandOverDeps, 'db' | 'clock' | 'links'>,
  gateway: SmsGateway,
  compose: (now: Date) => string | Promise<string>,
  message: SmsHandOver,
): Promise<Became> {
  const { messageId: id, from, to } = message;
  const statusUrl = statusUrlOf(gateway, deps.links.publicUrl);
  const send = async (text: string): Promise<Became> => {
    const sms = outgoingSms({ id, from, to, text, statusUrl });
    const answer = await gateway.send(sms);
    return becameOf(deps, gateway.name, answer, { ...message, parts: sms.parts });
  };
  return attempt(deps.clock, { compose, send }, message);
}

async function becameOf(
  { db, clock }: Pick<HandOverDeps, 'db' | 'clock'>,
  gateway: string,
  answer: SmsAnswer,
  { messageId, attempts, waiting, parts }: SmsHandOver & { readonly parts: number },
): Promise<Became> {
  if ('sent' in answer) {
    // By our own id where the gateway gives none: statuses bring that back.
    const taken = { gateway, gatewayId: answer.sent ?? messageId, parts };
    return { state: 'SENT', outcome: null, dueAt: null, taken };
  }
  if ('unknown' in answer) return { state: 'UNKNOWN', outcome: answer.unknown, dueAt: null };
  const { refused, code, retryAt } = answer;
  const outcome = `${refused}: ${code}`.slice(0, 300);
  const now = clock();
  const later = (dueAt: Date): Became => ({ state: waiting, outcome, dueAt });
  const soonest = new Date(now.getTime() + backoff(attempts));
  if (refused === 'opted-out') {
    try {
      await providerOptOut(db.sql, { messageId, gateway, code, now });
    } catch {
      // Not on record: asked again, the gateway says it again.
      return later(soonest);
    }
    return { state: 'FAILED', outcome, dueAt: null };
  }
  if (attempts >= MOST_ATTEMPTS || (retryAt === null && refused !== 'throttled'))
    return { state: 'FAILED', outcome, dueAt: null };
  if (refused === 'throttled') return later(retryAt ?? soonest);
  return later(new Date(Math.max(Number(retryAt), Number(soonest))));
}
