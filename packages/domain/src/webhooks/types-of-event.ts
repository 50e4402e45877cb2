import type { LedgerEventType } from '../enums/ledger.ts';
import type { WebhookEventType } from './event-types.ts';
import type { ToldEvent, ToldLedgerEvent } from './told-event.ts';

/** What a wish comes to, by the state that it is in. */
const BY_STATE = {
  PENDING: 'optout.paused',
  CONFIRMED: 'optout.confirmed',
  DECLINED: 'optout.declined',
  REVERTED: 'optout.reverted',
  WITHDRAWN: 'optout.withdrawn',
  LIFTED: 'optout.lifted',
} as const;

const state = ({ newState }: ToldLedgerEvent): WebhookEventType[] =>
  newState === null ? [] : [BY_STATE[newState]];

const BY_TYPE: Readonly<Record<LedgerEventType, (event: ToldLedgerEvent) => WebhookEventType[]>> = {
  REQUESTED: (event) => ['optout.requested', ...state(event)],
  // Said again: where it waits nothing changes; where it is in force, it may count once more for what they had come back to.
  JOINED: (event) => (event.newState === 'CONFIRMED' ? state(event) : []),
  OVERRIDDEN: (event) => state(event),
  CONFIRMED: () => ['optout.confirmed'],
  DECLINED: () => ['optout.declined'],
  TIMED_OUT_OPTED_OUT: () => ['optout.expired'],
  REVERTED: () => ['optout.reverted'],
  WITHDRAWN: () => ['optout.withdrawn'],
  LIFTED: () => ['optout.lifted'],
  DEADLINE_MOVED: () => ['optout.extended'],
  DOUBLE_OPT_IN_STARTED: () => ['optin.requested'],
  DOUBLE_OPT_IN_CONFIRMED: () => ['optin.confirmed'],
  DOUBLE_OPT_IN_EXPIRED: () => ['optin.expired'],
  CONSENT_RECORDED: () => ['consent.recorded'],
  PREFERENCES_CHANGED: () => ['preference.updated'],
  UNDELIVERABLE: ({ detail }) =>
    detail?.['kind'] === 'HARD' ? ['bounce.hard', 'undeliverable.added'] : ['undeliverable.added'],
  UNDELIVERABLE_LIFTED: () => ['undeliverable.lifted'],
  ERASED: () => ['recipient.erased'],
  // Which list an account reads, and who looked at what: nothing about anybody's wishes changes.
  LIST_SWITCHED: () => [],
  EXPORTED: () => [],
};

const OPENED: readonly LedgerEventType[] = ['REQUESTED', 'JOINED', 'OVERRIDDEN'];

/** What webhooks tell of an event, in order; which of it an endpoint wants is another question. */
export function webhookTypesOf(event: ToldEvent): readonly WebhookEventType[] {
  if (event.source === 'INBOUND') return ['inbound.received'];
  if (event.source === 'IMPORT') return ['import.finished'];
  const isOpened = OPENED.includes(event.type);
  if (isOpened && (event.method === 'IMPORT' || event.method === 'PROVIDER'))
    return event.type === 'JOINED' ? [] : ['suppression.imported'];
  const types = BY_TYPE[event.type](event);
  return isOpened && event.method === 'SPAM_REPORT' ? ['complaint.received', ...types] : types;
}
