import { CARRIED_AS } from '@adieu/gateways';
import type { ReadEvent } from '../event-ingress.ts';
import type { MailEvent } from '../mail-event.ts';
import { newEvent } from '../read/new-event.ts';
import {
  instantOf,
  isSaid,
  listOf,
  NotAsPromised,
  type Said,
  statusOf,
  textOf,
  valueOf,
  withoutBrackets,
} from '../read/said.ts';

type What = Partial<MailEvent> & Pick<MailEvent, 'kind'>;

/** One event for each address that it is of. `named` is how SNS calls the message, by which its repetition is known. */
export function readSes(said: Said, named: string | null): ReadEvent[] {
  const mail = valueOf(said, 'mail');
  const type = textOf(said, 'eventType') ?? textOf(said, 'notificationType');
  if (type === null || !isSaid(mail)) throw new NotAsPromised('it is no event of SES');
  const { what, of, addresses } = partOf(said, type);
  const all = addresses.length > 0 ? addresses : listOf(mail, 'destination');
  const common = {
    ...what,
    providerMessageId: textOf(mail, 'messageId'),
    ourId: ourIdOf(mail),
    messageId: withoutBrackets(headerOf(mail, 'message-id')),
    eventId: textOf(of, 'feedbackId') ?? named,
    at: instantOf(of, 'timestamp') ?? instantOf(mail, 'timestamp'),
  };
  return (all.length > 0 ? all.slice(0, MOST_ADDRESSES) : [null]).map((one, nth) => ({
    event: newEvent({ ...common, ...whomOf(one), eventId: eachOf(common.eventId, nth) }),
    said,
  }));
}

/** One report may be of several addresses: each is one of its own, and the same when it comes again. */
function eachOf(id: string | null, nth: number): string | null {
  return id === null || nth === 0 ? id : `${id}#${nth}`;
}

/** What SES lets a mail have. */
const MOST_ADDRESSES = 50;

function whomOf(one: unknown): Pick<MailEvent, 'address' | 'status'> {
  if (!isSaid(one))
    return { address: typeof one === 'string' ? textOf({ one }, 'one') : null, status: null };
  return {
    address: textOf(one, 'emailAddress'),
    status: statusOf(textOf(one, 'status'), textOf(one, 'diagnosticCode')),
  };
}

function partOf(
  said: Said,
  type: string,
): { readonly what: What; readonly of: unknown; readonly addresses: readonly unknown[] } {
  switch (type) {
    case 'Bounce': {
      const of = valueOf(said, 'bounce');
      return { what: bounceOf(of), of, addresses: listOf(of, 'bouncedRecipients') };
    }
    case 'Complaint': {
      const of = valueOf(said, 'complaint');
      return { what: complaintOf(of), of, addresses: listOf(of, 'complainedRecipients') };
    }
    case 'DeliveryDelay': {
      const of = valueOf(said, 'deliveryDelay');
      const what: What = { kind: 'soft', isFinal: false };
      return { what, of, addresses: listOf(of, 'delayedRecipients') };
    }
    case 'Delivery': {
      const of = valueOf(said, 'delivery');
      return { what: { kind: 'delivered' }, of, addresses: listOf(of, 'recipients') };
    }
    case 'Subscription': {
      const of = valueOf(said, 'subscription');
      return { what: { kind: isLeaving(of) ? 'unsubscribe' : 'other' }, of, addresses: [] };
    }
    default:
      return { what: { kind: 'other' }, of: null, addresses: [] };
  }
}

/** Said by SES itself of an address that it did not write to. */
const SUPPRESSED: Readonly<Record<string, string>> = {
  Suppressed: 'global list',
  OnAccountSuppressionList: 'account list',
  OnTenantSuppressionList: 'tenant list',
  UnsubscribedRecipient: 'unsubscribe list',
};

function bounceOf(bounce: unknown): What {
  const list = SUPPRESSED[textOf(bounce, 'bounceSubType') ?? ''];
  if (list !== undefined) return { kind: 'other', suppressedBy: list };
  return { kind: textOf(bounce, 'bounceType') === 'Permanent' ? 'hard' : 'soft' };
}

function complaintOf(complaint: unknown): What {
  const list = SUPPRESSED[textOf(complaint, 'complaintSubType') ?? ''];
  if (list !== undefined) return { kind: 'other', suppressedBy: list };
  // Most mailbox providers do not say: who complained, complained.
  return {
    kind: 'complaint',
    complaintType: textOf(complaint, 'complaintFeedbackType') ?? 'abuse',
  };
}

/** Whether somebody left on SES’s own page: everything, or a topic that they had. */
function isLeaving(subscription: unknown): boolean {
  const preferences = valueOf(subscription, 'newTopicPreferences');
  if (valueOf(preferences, 'unsubscribeAll') === true) return true;
  const before = listOf(subscription, 'oldTopicPreferences.topicSubscriptionStatus');
  const optedIn = new Set(
    before.filter((one) => !isOut(one)).map((one) => textOf(one, 'topicName')),
  );
  return listOf(preferences, 'topicSubscriptionStatus').some(
    (one) => isOut(one) && (before.length === 0 || optedIn.has(textOf(one, 'topicName'))),
  );
}

function isOut(status: unknown): boolean {
  return /^opt_?out$/i.test(textOf(status, 'subscriptionStatus') ?? '');
}

/** By our tag, where events of a configuration set are told; else by the return path that we gave, where it is not SES’s own. */
function ourIdOf(mail: Said): string | null {
  const [tag] = listOf(mail, `tags.${CARRIED_AS}`);
  if (typeof tag === 'string') return textOf({ tag }, 'tag');
  const tags = headerOf(mail, 'x-ses-message-tags') ?? '';
  const path = textOf(mail, 'source') ?? '';
  return (
    new RegExp(`(?:^|[,;\\s])${CARRIED_AS}=(\\w{56})(?![\\w])`).exec(tags)?.[1] ??
    /bounce\+([a-z2-7]{56})@/i.exec(path)?.[1] ??
    null
  );
}

/** A header of the mail, as SES was given it. */
function headerOf(mail: Said, name: string): string | null {
  for (const header of listOf(mail, 'headers'))
    if (textOf(header, 'name')?.toLowerCase() === name) return textOf(header, 'value');
  return null;
}
