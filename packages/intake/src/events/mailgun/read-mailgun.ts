import { CARRIED_AS } from '@adieu/gateways';
import type { ReadEvent } from '../event-ingress.ts';
import type { MailEvent } from '../mail-event.ts';
import { newEvent } from '../read/new-event.ts';
import {
  instantOf,
  isSaid,
  NotAsPromised,
  type Said,
  statusOf,
  textOf,
  valueOf,
  withoutBrackets,
} from '../read/said.ts';

/** An event of theirs: JSON, or the fields of the form that older accounts are sent. */
export function readMailgun(said: Said): ReadEvent {
  const event = valueOf(said, 'event-data');
  if (isSaid(event)) return { event: eventOf(event), said: event };
  const { token: _token, signature: _signature, ...fields } = said;
  return { event: eventOfForm(fields), said: fields };
}

type What = Partial<MailEvent> & Pick<MailEvent, 'kind'>;

/** Their codes for what they did not send, and the words that newer events have for it. */
const SUPPRESSED: readonly (readonly [string, string, string])[] = [
  ['605', 'suppress-bounce', 'bounce list'],
  ['606', 'suppress-unsubscribe', 'unsubscribe list'],
  ['607', 'suppress-complaint', 'complaint list'],
];

function eventOf(said: Said): MailEvent {
  const messageId = textOf(said, 'message.headers.message-id');
  return newEvent({
    ...whatOf(said),
    address: textOf(said, 'recipient'),
    providerMessageId: withoutBrackets(messageId),
    messageId: withoutBrackets(messageId),
    eventId: textOf(said, 'id'),
    ourId: textOf(said, `user-variables.${CARRIED_AS}`),
    status: statusOf(
      textOf(said, 'delivery-status.enhanced-code'),
      textOf(said, 'delivery-status.message'),
    ),
    at: instantOf(said, 'timestamp'),
  });
}

function whatOf(said: Said): What {
  switch (textOf(said, 'event')) {
    case 'failed':
      return failureOf(
        textOf(said, 'severity'),
        textOf(said, 'reason'),
        textOf(said, 'delivery-status.code'),
      );
    case null:
      throw new NotAsPromised('an event does not say which');
    default:
      return PLAIN[textOf(said, 'event')!] ?? { kind: 'other' };
  }
}

const PLAIN: Readonly<Record<string, What>> = {
  complained: { kind: 'complaint', complaintType: 'abuse' },
  unsubscribed: { kind: 'unsubscribe' },
  delivered: { kind: 'delivered' },
};

function failureOf(severity: string | null, reason: string | null, code: string | null): What {
  const list = SUPPRESSED.find(([number, word]) => code === number || reason === word)?.[2];
  if (list !== undefined) return { kind: 'other', suppressedBy: list };
  if (severity === 'temporary') return { kind: 'soft', isFinal: false };
  // What they tried for as long as they do: nobody said that there is no such mailbox.
  if (reason === 'old' || /^4\d\d$/.test(code ?? '')) return { kind: 'soft' };
  return { kind: 'hard' };
}

function eventOfForm(said: Said): MailEvent {
  const messageId = withoutBrackets(textOf(said, 'Message-Id') ?? textOf(said, 'message-id'));
  return newEvent({
    ...whatOfForm(said),
    address: textOf(said, 'recipient'),
    providerMessageId: messageId,
    messageId,
    ourId: textOf(said, CARRIED_AS),
    status: statusOf(textOf(said, 'error'), textOf(said, 'description')),
    at: instantOfSeconds(textOf(said, 'timestamp')),
  });
}

function whatOfForm(said: Said): What {
  const event = textOf(said, 'event');
  const code = textOf(said, 'code');
  if (event === null) throw new NotAsPromised('the form does not say which event it is');
  if (event === 'bounced') return failureOf('permanent', null, code);
  if (event === 'dropped')
    return failureOf('permanent', textOf(said, 'reason') === 'old' ? 'old' : null, code);
  return PLAIN[event] ?? { kind: 'other' };
}

function instantOfSeconds(text: string | null): Date | null {
  return text !== null && /^\d{9,11}$/.test(text) ? new Date(Number(text) * 1000) : null;
}
