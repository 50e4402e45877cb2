import { type Channel, type ScopeKind, type SmsExchange } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const DoubleOptInProofEntity = defineEntity({
  name: 'DoubleOptInProof',
  tableName: 'double_opt_in_proof',
  indexes: [
    {
      name: 'double_opt_in_proof_scope',
      properties: ['addressKey', 'listId', 'channel', 'scopeId'],
    },
  ],
  uniques: [{ name: 'double_opt_in_proof_double_opt_in_id_key', properties: ['doubleOptInId'] }],
  checks: [
    { name: 'double_opt_in_proof_check', expression: 'confirmed_at >= requested_at' },
    {
      name: 'double_opt_in_proof_document_sha256_check',
      expression: 'length(document_sha256) = 32',
    },
    {
      name: 'proof_of_a_document',
      expression: '(document_version IS NULL) = (document_sha256 IS NULL)',
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    doubleOptInId: p.uuid(),
    organisationId: foreignKey(OrganisationEntity),
    recipientId: foreignKey(RecipientEntity),
    listId: p.uuid(),
    addressKey: p.blob(),
    channel: p.text().$type<Channel>(),
    scopeKind: p.text().$type<ScopeKind>(),
    scopeId: p.uuid(),
    scopeName: p.text(),
    address: p.text(),
    language: p.text(),
    declaration: p.text(),
    declarationVersion: p.text(),
    formUrl: p.text().strictNullable(),
    mailMessageId: p.text(),
    requestedAt: p.datetime(),
    requestedOrigin: p.text().strictNullable(),
    requestedUserAgent: p.text().strictNullable(),
    confirmedAt: p.datetime(),
    confirmedOrigin: p.text().strictNullable(),
    confirmedUserAgent: p.text().strictNullable(),
    organisationName: p.text().strictNullable(),
    accountName: p.text().strictNullable(),
    documentVersion: p.integer().strictNullable(),
    exchange: p
      .json<SmsExchange>()
      .strictNullable()
      .comment('By SMS: the messages of both sides, as double_opt_in has them'),
    documentSha256: p
      .blob()
      .strictNullable()
      .comment(
        'D-3: of the printable proof as it was rendered from this row at confirmation; null for proofs from before',
      ),
  },
});
export type DoubleOptInProof = InferEntity<typeof DoubleOptInProofEntity>;
