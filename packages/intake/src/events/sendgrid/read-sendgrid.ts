import { CARRIED_AS } from '@adieu/gateways';
import type { ReadEvent } from '../event-ingress.ts';
import type { MailEvent } from '../mail-event.ts';
import { newEvent } from '../read/new-event.ts';
import {
  instantOf,
  mustBeSaid,
  NotAsPromised,
  readJson,
  type Said,
  statusOf,
  textOf,
  valueOf,
  withoutBrackets,
} from '../read/said.ts';

/** They bring up to a thousand at once. */
const MOST = 10_000;

export function readSendgrid(body: Buffer): ReadEvent[] {
  const all = readJson(body);
  if (!Array.isArray(all)) throw new NotAsPromised('the body is no list of events');
  if (all.length > MOST) throw new NotAsPromised('the list is longer than any of theirs');
  return all.map((each: unknown) => {
    const said = mustBeSaid(each, 'an event');
    return { event: eventOf(said), said };
  });
}

function eventOf(said: Said): MailEvent {
  const group = valueOf(said, 'asm_group_id');
  return newEvent({
    ...whatOf(said),
    address: textOf(said, 'email'),
    providerMessageId: textOf(said, 'sg_message_id'),
    eventId: textOf(said, 'sg_event_id'),
    ourId: textOf(said, CARRIED_AS),
    messageId: withoutBrackets(textOf(said, 'smtp-id')),
    status: statusOf(textOf(said, 'status'), textOf(said, 'reason')),
    group: typeof group === 'number' ? group : null,
    at: instantOf(said, 'timestamp'),
  });
}

/** Why they did not send, by the beginning of what they say. */
const DROPPED: readonly (readonly [RegExp, string])[] = [
  [/^bounced/i, 'bounce list'],
  [/^unsubscribed/i, 'unsubscribe list'],
  [/^spam report/i, 'complaint list'],
  [/^invalid/i, 'invalid list'],
];

function whatOf(said: Said): Partial<MailEvent> & Pick<MailEvent, 'kind'> {
  switch (textOf(said, 'event')) {
    case 'bounce':
      // `blocked`: for what the server thinks of the sender or of the moment, not of the address.
      return { kind: textOf(said, 'type') === 'blocked' ? 'soft' : 'hard' };
    case 'deferred':
      return { kind: 'soft', isFinal: false };
    case 'dropped': {
      const reason = textOf(said, 'reason') ?? '';
      const list = DROPPED.find(([beginning]) => beginning.test(reason))?.[1] ?? null;
      return { kind: 'other', suppressedBy: list };
    }
    case 'spamreport':
      return { kind: 'complaint', complaintType: 'abuse' };
    case 'unsubscribe':
    case 'group_unsubscribe':
      return { kind: 'unsubscribe' };
    case 'delivered':
      return { kind: 'delivered' };
    case null:
      throw new NotAsPromised('an event does not say which');
    default:
      return { kind: 'other' };
  }
}
