import {
  confirmBySms,
  ensureRecipient,
  openPrompt,
  promptIsUnderWay,
  startDoubleOptInBySms,
  stopsSince,
} from '@adieu/db';
import { type ExchangedSms, startCounts, startIsFresh } from '@adieu/domain';
import { type Acted, acted, type ReadSms } from './act-on-sms.ts';

/** Begins a double opt-in for the book that the latest SMS from there was about, and no more (A6, SM-6). */
export async function actOnStart({ tx, sms, aims, now }: ReadSms): Promise<Acted> {
  const [aim] = aims;
  if (aim === undefined || aim.scope === 'LINK' || aim.scope.kind !== 'BOOK')
    return acted('NOTHING');
  if (!startIsFresh(sms.sentAt, now)) return acted('NOTHING');
  if (!startCounts(sms.sentAt, await stopsSince(tx, sms, sms.sentAt))) return acted('NOTHING');
  const { organisationId, accountId } = aim;
  const recipientId = await ensureRecipient(tx, {
    organisationId,
    channel: 'SMS',
    addressKey: sms.fromKey,
    address: sms.fromAddress,
  });
  const doubleOptInId = await startDoubleOptInBySms(tx, {
    organisationId,
    accountId,
    recipientId,
    addressBookId: aim.scope.id,
    asked: exchanged(sms),
    answeredTo: sms.to,
    now,
  });
  return doubleOptInId === null ? acted('NOTHING') : acted('DOUBLE_OPT_IN', { doubleOptInId });
}

/**
 * Takes the second word, where a prompt of this sender waits for it; else it means nothing (SM-6). `later`: whoever reads fast has
 * answered before it is on record what they were asked.
 */
export async function actOnSecondWord({ tx, sms, now }: ReadSms): Promise<Acted | 'later'> {
  const { fromKey: addressKey, to, providerId: answerId } = sms;
  if (await promptIsUnderWay(tx, { addressKey, to, now })) return 'later';
  const prompt = await openPrompt(tx, { addressKey, to, answerId, now });
  // One that was sent before that START answers something else, and a STOP since then wins, whatever it was about (SM-20).
  if (prompt === null || sms.sentAt < prompt.askedAt) return acted('NOTHING');
  const stops = await stopsSince(tx, sms, prompt.askedAt);
  if (!startCounts(prompt.askedAt, stops)) return acted('NOTHING');
  const { id } = prompt;
  const confirmed = await confirmBySms(tx, { id, answer: exchanged(sms), now });
  return confirmed === null ? acted('NOTHING') : acted('CONFIRMATION', { doubleOptInId: id });
}

function exchanged({ text, sentAt, providerId }: ReadSms['sms']): ExchangedSms {
  return { text, at: sentAt.toISOString(), gatewayId: providerId };
}
