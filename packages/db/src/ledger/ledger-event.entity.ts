import {
  ACTOR_KINDS,
  CHANNELS,
  LEDGER_EVENT_TYPES,
  OPT_OUT_METHODS,
  REQUEST_STATES,
  SCOPE_KINDS,
  SIGNALS,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const LedgerEventEntity = defineEntity({
  name: 'LedgerEvent',
  tableName: 'ledger_event',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    organisationId: p.uuid(),
    at: p.datetime(),
    type: p.enum([...LEDGER_EVENT_TYPES]),
    requestId: p.uuid().nullable(),
    recipientId: p.uuid().nullable(),
    addressKey: p.blob(),
    channel: p.enum([...CHANNELS]),
    scopeKind: p.enum([...SCOPE_KINDS]),
    scopeId: p.uuid(),
    signal: p.enum([...SIGNALS]).nullable(),
    method: p.enum([...OPT_OUT_METHODS]).nullable(),
    policyVersion: p.integer().nullable(),
    oldState: p.enum([...REQUEST_STATES]).nullable(),
    newState: p.enum([...REQUEST_STATES]).nullable(),
    actorKind: p.enum([...ACTOR_KINDS]),
    actor: p.text().nullable(),
    reason: p.text().nullable(),
    detail: p.json<Record<string, string>>().nullable(),
  },
});
export type LedgerEvent = InferEntity<typeof LedgerEventEntity>;
