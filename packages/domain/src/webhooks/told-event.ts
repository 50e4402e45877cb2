import type { Channel } from '../enums/channels.ts';
import type { LedgerEventType } from '../enums/ledger.ts';
import type { OptOutMethod, RequestState, Signal } from '../enums/requests.ts';
import type { InboundOutcome } from '../enums/inbound.ts';
import type { ListKind } from '../lists/list-fields.ts';
import type { ScopeKind } from '../enums/scopes.ts';

/** What happened, as the record has it: an event of the ledger, with what a body tells of its request and its address. */
export interface ToldLedgerEvent {
  readonly source: 'LEDGER';
  readonly type: LedgerEventType;
  readonly at: Date;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly requestId: string | null;
  readonly recipientId: string | null;
  /** Null once they were erased. */
  readonly address: string | null;
  readonly channel: Channel;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly signal: Signal | null;
  readonly method: OptOutMethod | null;
  readonly newState: RequestState | null;
  readonly deadline: Date | null;
  readonly campaignId: string | null;
  readonly addressBookId: string | null;
  /** Ids, instants and words; never free text. */
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** A message that came in, and what it became. */
export interface ToldInbound {
  readonly source: 'INBOUND';
  readonly at: Date;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly inboundMessageId: string;
  readonly channel: Channel;
  readonly outcome: InboundOutcome;
  readonly requestId: string | null;
  /** Who wrote, where they are known here. */
  readonly recipientId: string | null;
  readonly fromAddress: string | null;
}

/** An import that came to its end. */
export interface ToldImport {
  readonly source: 'IMPORT';
  readonly at: Date;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly recipientId: null;
  readonly listImportId: string;
  readonly kind: ListKind;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  /** How many rows became what; none that is zero need be named. */
  readonly counts: Readonly<Record<string, number>>;
}

export type ToldEvent = ToldLedgerEvent | ToldInbound | ToldImport;
