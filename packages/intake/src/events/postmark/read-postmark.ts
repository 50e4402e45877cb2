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
} from '../read/said.ts';

export function readPostmark(body: Buffer): ReadEvent[] {
  const said = mustBeSaid(readJson(body), 'the body');
  return [{ event: eventOf(said), said }];
}

function eventOf(said: Said): MailEvent {
  return newEvent({
    ...whatOf(said),
    address: textOf(said, 'Email') ?? textOf(said, 'Recipient'),
    providerMessageId: textOf(said, 'MessageID'),
    eventId: textOf(said, 'ID'),
    ourId: textOf(said, `Metadata.${CARRIED_AS}`),
    status: statusOf(textOf(said, 'Details')),
    at:
      instantOf(said, 'BouncedAt') ??
      instantOf(said, 'ChangedAt') ??
      instantOf(said, 'DeliveredAt'),
  });
}

type What = Partial<MailEvent> & Pick<MailEvent, 'kind'>;

/** Types of their list of bounces that say something; all others (automatic answers, open relays …) ask for nothing. */
const BOUNCES: Readonly<Record<string, What>> = {
  HardBounce: { kind: 'hard' },
  BadEmailAddress: { kind: 'hard' },
  // What they try again.
  Transient: { kind: 'soft', isFinal: false },
  SoftBounce: { kind: 'soft' },
  DnsError: { kind: 'soft' },
  Blocked: { kind: 'soft' },
  SpamNotification: { kind: 'soft' },
  DMARCPolicy: { kind: 'soft' },
  Undeliverable: { kind: 'soft' },
  Unsubscribe: { kind: 'unsubscribe' },
  SpamComplaint: { kind: 'complaint', complaintType: 'abuse' },
  ManuallyDeactivated: { kind: 'other', suppressedBy: 'our own account' },
};

function whatOf(said: Said): What {
  switch (textOf(said, 'RecordType')) {
    case 'Bounce':
      return BOUNCES[textOf(said, 'Type') ?? ''] ?? { kind: 'other' };
    case 'SpamComplaint':
      return { kind: 'complaint', complaintType: 'abuse' };
    case 'SubscriptionChange':
      return changeOf(said);
    case 'Delivery':
      return { kind: 'delivered' };
    case null:
      throw new NotAsPromised('RecordType is missing');
    default:
      return { kind: 'other' };
  }
}

/** Their list of whom nothing is sent to changed: by the person, by a bounce or complaint, or by whoever has the account's password. */
function changeOf(said: Said): What {
  // Taken off the list: nobody comes back by that.
  if (valueOf(said, 'SuppressSending') !== true) return { kind: 'other' };
  const because = textOf(said, 'SuppressionReason');
  if (because === 'HardBounce') return { kind: 'hard' };
  if (because === 'SpamComplaint') return { kind: 'complaint', complaintType: 'abuse' };
  return textOf(said, 'Origin') === 'Recipient'
    ? { kind: 'unsubscribe' }
    : { kind: 'other', suppressedBy: 'our own account' };
}
