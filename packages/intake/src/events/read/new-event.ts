import type { MailEvent } from '../mail-event.ts';

const EMPTY = {
  address: null,
  providerMessageId: null,
  eventId: null,
  ourId: null,
  messageId: null,
  status: null,
  isFinal: true,
  complaintType: null,
  suppressedBy: null,
  group: null,
  at: null,
} satisfies Omit<MailEvent, 'kind'>;

/** An event of which a provider says no more than this. */
export function newEvent(said: Partial<MailEvent> & Pick<MailEvent, 'kind'>): MailEvent {
  return { ...EMPTY, ...said };
}
