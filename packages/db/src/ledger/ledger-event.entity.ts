import {
  type ActorKind,
  type Channel,
  type LedgerEventType,
  type OptOutMethod,
  type RequestState,
  type ScopeKind,
  type Signal,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const LedgerEventEntity = defineEntity({
  name: 'LedgerEvent',
  tableName: 'ledger_event',
  indexes: [
    { name: 'ledger_event_address', properties: ['addressKey', 'channel', 'id'] },
    { name: 'ledger_event_request', properties: ['requestId', 'id'] },
    { name: 'ledger_event_tx', properties: ['tx', 'id'] },
  ],
  properties: {
    id: p.bigint('string').primary().generated('identity'),
    organisationId: p.uuid(),
    at: p.datetime(),
    type: p.text().$type<LedgerEventType>(),
    requestId: p.uuid().strictNullable(),
    recipientId: p.uuid().strictNullable(),
    addressKey: p.blob(),
    channel: p.text().$type<Channel>(),
    scopeKind: p.text().$type<ScopeKind>(),
    scopeId: p.uuid(),
    signal: p.text().$type<Signal>().strictNullable(),
    method: p.text().$type<OptOutMethod>().strictNullable(),
    policyVersion: p.integer().strictNullable(),
    oldState: p.text().$type<RequestState>().strictNullable(),
    newState: p.text().$type<RequestState>().strictNullable(),
    actorKind: p.text().$type<ActorKind>(),
    actor: p.text().strictNullable(),
    reason: p.text().strictNullable(),
    detail: p.json<Record<string, string>>().strictNullable(),
    tx: p.text().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    reasonSalt: p.blob().strictNullable(),
    reasonHash: p.blob().strictNullable(),
  },
});
export type LedgerEvent = InferEntity<typeof LedgerEventEntity>;
