import { maskAddress } from '../address/mask.ts';
import { publicId } from '../contract/public-id.ts';
import type { Channel } from '../enums/channels.ts';
import type { ScopeKind } from '../enums/scopes.ts';
import type { WebhookContent } from '../enums/webhooks.ts';
import { WEBHOOK_TEST_TYPE, type WebhookEventType, type WebhookType } from './event-types.ts';
import type { ToldEvent, ToldImport, ToldInbound, ToldLedgerEvent } from './told-event.ts';

/** As it is sent: the envelope that Standard Webhooks asks for. */
export interface WebhookBody {
  readonly type: WebhookType;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const PREFIX: Readonly<Record<ScopeKind, string>> = {
  TOPIC: 'topic',
  BOOK: 'book',
  ACCOUNT: 'account',
  ORGANISATION: 'org',
};
const idOrNull = (prefix: string, id: string | null): string | null =>
  id === null ? null : publicId(prefix, id);

/** Of an event that `webhookTypesOf` says is told as this type. */
export function webhookBody(
  type: WebhookEventType,
  event: ToldEvent,
  content: WebhookContent,
): WebhookBody {
  const data = {
    organisationId: publicId('org', event.organisationId),
    accountId: idOrNull('account', event.accountId),
    ...dataOf(type, event, content),
  };
  return { type, timestamp: event.at.toISOString(), data };
}

/** What a member sees arrive when they try an endpoint. */
export function webhookTestBody(
  organisationId: string,
  endpointId: string,
  now: Date,
): WebhookBody {
  const data = {
    organisationId: publicId('org', organisationId),
    endpointId: publicId('endpoint', endpointId),
  };
  return { type: WEBHOOK_TEST_TYPE, timestamp: now.toISOString(), data };
}

function dataOf(
  type: WebhookEventType,
  event: ToldEvent,
  content: WebhookContent,
): Record<string, unknown> {
  switch (event.source) {
    case 'LEDGER':
      return ofLedger(type, event, content);
    case 'INBOUND':
      return ofInbound(event, content);
    case 'IMPORT':
      return ofImport(event);
  }
}

function ofImport({ listImportId, kind, scopeKind, scopeId, counts }: ToldImport) {
  return {
    listImportId: publicId('import', listImportId),
    kind,
    scope: { kind: scopeKind, id: publicId(PREFIX[scopeKind], scopeId) },
    counts,
  };
}

function ofLedger(
  type: WebhookEventType,
  event: ToldLedgerEvent,
  content: WebhookContent,
): Record<string, unknown> {
  const { recipientId, address, channel, scopeKind, scopeId, requestId, detail } = event;
  const common = {
    recipient: {
      id: idOrNull('recipient', recipientId),
      ...addressOf(address, channel, content),
    },
    scope: { kind: scopeKind, id: publicId(PREFIX[scopeKind], scopeId) },
  };
  if (requestId !== null)
    return {
      ...common,
      optOutRequestId: publicId('optout', requestId),
      state: event.newState,
      signal: event.signal,
      method: event.method,
      deadline: event.newState === 'PENDING' ? (event.deadline?.toISOString() ?? null) : null,
      campaignId: idOrNull('campaign', event.campaignId),
      addressBookId: idOrNull('book', event.addressBookId),
    };
  const more = MORE[type.split('.')[0]!]?.(detail ?? {}) ?? {};
  return { ...common, ...more };
}

type Detail = Readonly<Record<string, unknown>>;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the ledger tells besides, by the first word of the type. */
const MORE: Readonly<Record<string, (detail: Detail) => Record<string, unknown>>> = {
  optin: ({ doubleOptInId }) => ({ doubleOptInId: textOrNull(doubleOptInId) }),
  consent: ({ consentId }) => ({ consentId: idOrNull('consent', textOrNull(consentId)) }),
  bounce: ({ kind }) => ({ because: textOrNull(kind) }),
  undeliverable: ({ kind, by }) => ({ because: textOrNull(kind) ?? textOrNull(by) }),
};

function ofInbound(event: ToldInbound, content: WebhookContent): Record<string, unknown> {
  return {
    inboundMessageId: publicId('inbound', event.inboundMessageId),
    from: {
      recipientId: idOrNull('recipient', event.recipientId),
      ...addressOf(event.fromAddress, event.channel, content),
    },
    outcome: event.outcome,
    optOutRequestId: idOrNull('optout', event.requestId),
  };
}

function addressOf(
  address: string | null,
  channel: Channel,
  content: WebhookContent,
): Record<string, unknown> {
  const maskedAddress = address === null ? null : maskAddress(address);
  return { channel, maskedAddress, ...(content === 'FULL' && { address }) };
}
