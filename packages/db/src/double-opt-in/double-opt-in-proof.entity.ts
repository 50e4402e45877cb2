import { CHANNELS, SCOPE_KINDS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const DoubleOptInProofEntity = defineEntity({
  name: 'DoubleOptInProof',
  tableName: 'double_opt_in_proof',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    doubleOptInId: p.uuid(),
    organisationId: p.uuid(),
    recipientId: p.uuid(),
    listId: p.uuid(),
    addressKey: p.blob(),
    channel: p.enum([...CHANNELS]),
    scopeKind: p.enum([...SCOPE_KINDS]),
    scopeId: p.uuid(),
    scopeName: p.text(),
    address: p.text(),
    language: p.text(),
    declaration: p.text(),
    declarationVersion: p.text(),
    formUrl: p.text().nullable(),
    mailMessageId: p.text(),
    requestedAt: p.datetime(),
    requestedOrigin: p.text().nullable(),
    requestedUserAgent: p.text().nullable(),
    confirmedAt: p.datetime(),
    confirmedOrigin: p.text().nullable(),
    confirmedUserAgent: p.text().nullable(),
    organisationName: p.text().nullable(),
    accountName: p.text().nullable(),
    documentVersion: p.integer().nullable(),
    documentSha256: p.blob().nullable(),
  },
});
export type DoubleOptInProof = InferEntity<typeof DoubleOptInProofEntity>;
