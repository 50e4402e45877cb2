import { CHANNELS, SCOPE_KINDS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const DoubleOptInEntity = defineEntity({
  name: 'DoubleOptIn',
  tableName: 'double_opt_in',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    accountId: p.uuid(),
    recipientId: p.uuid(),
    listId: p.uuid(),
    addressKey: p.blob(),
    channel: p.enum([...CHANNELS]),
    scopeKind: p.enum([...SCOPE_KINDS]),
    scopeId: p.uuid(),
    scopeName: p.text(),
    language: p.text(),
    declaration: p.text(),
    declarationVersion: p.text(),
    formUrl: p.text().nullable(),
    tokenHash: p.blob().nullable().hidden(),
    requestedAt: p.datetime(),
    requestedOrigin: p.text().nullable(),
    requestedUserAgent: p.text().nullable(),
    expiresAt: p.datetime(),
    mailMessageId: p.text().nullable(),
    mailedAt: p.datetime().nullable(),
    confirmedAt: p.datetime().nullable(),
    supersededAt: p.datetime().nullable(),
  },
});
export type DoubleOptIn = InferEntity<typeof DoubleOptInEntity>;
