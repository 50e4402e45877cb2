/** What webhooks tell of, and when each is told. The first word is what it is about. */
export const WEBHOOK_EVENTS = {
  'optout.requested':
    'Somebody wants to leave, in whatever way. What follows from it is told next.',
  'optout.paused': 'Nothing goes to the address in this scope while somebody decides on the wish.',
  'optout.confirmed': 'The opt-out is in force: nothing goes to the address in this scope.',
  'optout.declined': 'The wish was declined: messages go on.',
  'optout.reverted': 'Nobody decided in time, and messages go on, as the policy of this list says.',
  'optout.expired': 'Nobody decided in time, and the opt-out is in force.',
  'optout.withdrawn': 'They came back by double opt-in while their wish was still waiting.',
  'optout.lifted':
    'They came back by double opt-in, or a member brought them back where that is allowed.',
  'optout.extended': 'The deadline of a waiting wish moved.',
  'preference.updated': 'Somebody chose how often, in which language, or to pause for a time.',
  'optin.requested': 'A double opt-in began: its link was sent.',
  'optin.confirmed': 'A double opt-in was confirmed.',
  'optin.expired': 'Nobody confirmed a double opt-in in time.',
  'consent.recorded': 'A consent was recorded.',
  'suppression.imported': 'An opt-out came in by an import, or from a provider’s list.',
  'complaint.received': 'A spam report came in. What follows from it is told next.',
  'bounce.hard':
    'There is no such mailbox or number. That the address is undeliverable is told next.',
  'undeliverable.added': 'The address bounced for good: nothing goes to it.',
  'undeliverable.lifted': 'The address can be written to again.',
  'inbound.received': 'A mail or an SMS came in, and was understood.',
  'import.finished': 'An import of a list came to its end, with what became of its rows.',
  'recipient.erased': 'A person was erased: erase what you hold of them.',
} as const;
export type WebhookEventType = keyof typeof WEBHOOK_EVENTS;
export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as readonly WebhookEventType[];

/** Sent where somebody asks for it, and to no endpoint that did not. */
export const WEBHOOK_TEST_TYPE = 'webhook.test';
export type WebhookType = WebhookEventType | typeof WEBHOOK_TEST_TYPE;
