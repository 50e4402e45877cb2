import {
  cameBackAfter,
  recordComplaint,
  recordDelivery,
  recordOptOut,
  type Transaction,
} from '@adieu/db';
import { type BounceKind, judgeDelivery } from '@adieu/domain';
import type { ActedOnMail } from '../mail/act-on-mail.ts';
import type { EventsDeps } from './events-deps.ts';
import { findMail, type FoundMail } from './find-mail.ts';
import type { MailEvent } from './mail-event.ts';

export interface StoredEvent {
  readonly provider: string;
  readonly event: MailEvent;
}

/** Whether anything may come of an event: of all others only their number is kept. What the provider tries again did not come back. */
export function asksForSomething({ kind, isFinal }: MailEvent): boolean {
  return kind === 'complaint' || kind === 'unsubscribe' || (isFinal && isReturn(kind));
}

function isReturn(kind: MailEvent['kind']): boolean {
  return kind === 'hard' || kind === 'soft';
}

type Acted = Extract<ActedOnMail, { readonly outcome: unknown }>;
const NOTHING: Acted = { outcome: 'NOTHING' };

/**
 * Does what a stored event asks for, all in the caller's transaction. Repeating changes nothing. A wish about a mail that nobody here
 * sent waits for an operator; a return of one is no matter of ours.
 */
export async function actOnEvent(
  tx: Transaction,
  deps: Pick<EventsDeps, 'ring' | 'mailDomain'>,
  stored: StoredEvent,
  now: Date,
): Promise<ActedOnMail> {
  const { event } = stored;
  const found = await findMail(tx, deps, event, now);
  if (found === null) return isReturn(event.kind) ? NOTHING : { parked: 'NO_SENDER' };
  const { organisationId, accountId, addressBookId, messageId } = found.mail;
  return {
    ...(await act(tx, stored, found, now)),
    organisationId,
    accountId,
    addressBookId,
    ofMessageId: messageId,
  };
}

async function act(
  tx: Transaction,
  stored: StoredEvent,
  found: FoundMail,
  now: Date,
): Promise<Acted> {
  switch (stored.event.kind) {
    case 'hard':
    case 'soft':
      return returned(tx, stored, found, now);
    case 'complaint':
      return complained(tx, stored, found, now);
    case 'unsubscribe':
      return left(tx, stored, found, now);
    case 'delivered':
    case 'other':
      return NOTHING;
  }
}

async function returned(
  tx: Transaction,
  { event }: StoredEvent,
  { mail: { messageId } }: FoundMail,
  now: Date,
): Promise<Acted> {
  const kind = bounceOf(event);
  const { status } = event;
  await recordDelivery(tx, { messageId, kind, status, source: 'PROVIDER', now });
  return { outcome: 'RETURNED' };
}

/** As the provider says, but where the code is about something else than the mailbox: what is blocked is hard to many of them. */
function bounceOf({ kind, status }: MailEvent): BounceKind {
  const told = status === null ? null : judgeDelivery({ action: 'failed', status });
  if (kind === 'hard') return told ?? 'HARD';
  return told === 'REFUSED' ? 'REFUSED' : 'SOFT';
}

/** Whoever complains leaves all marketing, whatever the mail was of; kinds of complaints that are no wish are kept at most. */
async function complained(
  tx: Transaction,
  { provider, event }: StoredEvent,
  { mail: { messageId } }: FoundMail,
  now: Date,
): Promise<Acted> {
  const recorded = await recordComplaint(tx, {
    messageId,
    type: event.complaintType ?? 'abuse',
    evidence: evidenceOf(provider, event, 'somebody called it spam'),
    now,
  });
  if ('refused' in recorded || recorded.outcome !== 'LEFT') return NOTHING;
  return becameOf(recorded.request);
}

/** Who left at the provider left what the mail is of; where only their address is known, all marketing of the account that wrote last. */
async function left(
  tx: Transaction,
  { provider, event }: StoredEvent,
  { mail, isNamed }: FoundMail,
  now: Date,
): Promise<Acted> {
  // Providers bring what is days old: whoever came back meanwhile stays.
  if (event.at !== null && (await cameBackAfter(tx, mail.recipientId, event.at))) return NOTHING;
  const scope = isNamed ? 'LINK' : ({ kind: 'ACCOUNT', id: mail.accountId } as const);
  const recorded = await recordOptOut(tx, {
    target: { messageId: mail.messageId, scope },
    signal: 'CLEAR',
    method: 'PROVIDER',
    actor: { kind: 'SYSTEM', name: provider },
    evidence: evidenceOf(provider, event, 'they left there'),
    now,
  });
  return becameOf(recorded);
}

function evidenceOf(provider: string, { at }: MailEvent, what: string) {
  return {
    because: `The mail provider ${provider} says that ${what}`,
    ...(at !== null && { sentAt: at }),
  };
}

function becameOf(recorded: Awaited<ReturnType<typeof recordOptOut>>): Acted {
  return 'refused' in recorded ? NOTHING : { outcome: 'OPT_OUT', requestId: recorded.requestId };
}
