import type { HandOverResult } from '@adieu/db';
import { notRendered } from './attempt.ts';
import type { Became } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { handOverSms } from './hand-over-sms.ts';
import { type HeldText, joinTexts } from './join-texts.ts';
import { notToThisNumber } from './not-to-this-number.ts';

/**
 * What was held for one number goes as one SMS, the way out once, at its end: that of the message which carries the others.
 * All that go in it share what becomes of it; what has no room in it waits for the next one.
 */
export async function handOverHeldSms(
  deps: HandOverDeps,
  texts: readonly HeldText[],
  leaseUntil: Date,
): Promise<HandOverResult[]> {
  const now = deps.clock();
  const { joined, left, failed } = await joinTexts(deps.smsLinks, texts, now);
  const rest: HandOverResult[] = [
    ...failed.map(({ text, error }) => ({
      messageId: text.message.messageId,
      ...notRendered(error),
    })),
    ...left.map(({ message: { messageId } }) => ({
      messageId,
      state: 'HELD' as const,
      outcome: 'no room in one SMS with the others',
      dueAt: now,
    })),
  ];
  if (joined === null) return rest;
  const carrier = joined.texts.at(-1)!.message.messageId;
  const became = await handOverJoined(deps, joined, leaseUntil);
  const { taken: _taken, ...shared } = became;
  return [
    ...rest,
    ...joined.texts.map(({ message: { messageId } }) => ({
      messageId,
      ...(messageId === carrier ? became : shared),
    })),
  ];
}

async function handOverJoined(
  deps: HandOverDeps,
  { said, texts }: NonNullable<Awaited<ReturnType<typeof joinTexts>>['joined']>,
  leaseUntil: Date,
): Promise<Became> {
  const { message, campaign } = texts.at(-1)!;
  const from = campaign.sender.address;
  const gateway = deps.sms.gatewayFor(from);
  if (gateway === null) return notRendered(new Error('no gateway carries its sender'));
  const waiting = 'HELD' as const;
  const number = { address: message.address, waiting, now: deps.clock() };
  const stopped = notToThisNumber(campaign, deps.smsLinks.shortCodes, number);
  if (stopped !== null) return stopped;
  return handOverSms(deps, gateway, () => said, {
    messageId: message.messageId,
    from,
    to: message.address,
    leaseUntil,
    attempts: Math.max(...texts.map((text) => text.message.attempts)),
    waiting,
  });
}
