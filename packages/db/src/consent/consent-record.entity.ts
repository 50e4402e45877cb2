import { ACCOUNT_SCOPE_KINDS, type Channel, CONSENT_OUTCOMES } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { EvidenceFileEntity } from './evidence-file.entity.ts';

export const ConsentRecordEntity = defineEntity({
  name: 'ConsentRecord',
  tableName: 'consent_record',
  comment:
    'What an admin says that somebody agreed to. Lifts nothing: no trigger reads it, and the gate only beside a sign-up that is not confirmed',
  indexes: [
    { name: 'consent_record_organisation', properties: ['organisationId', 'id'] },
    { name: 'consent_record_recipient', properties: ['recipientId', 'id'] },
    {
      name: 'consent_record_scope',
      properties: ['addressKey', 'listId', 'channel', 'scopeId'],
    },
  ],
  checks: [
    { name: 'consent_record_check', expression: 'obtained_at <= recorded_at' },
    { name: 'consent_record_consent_text_check', expression: "consent_text <> ''::text" },
    { name: 'consent_record_source_check', expression: "source <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    recipientId: foreignKey(RecipientEntity),
    listId: p.uuid(),
    addressKey: p.blob(),
    channel: p.text().$type<Channel>(),
    scopeKind: p.enum([...ACCOUNT_SCOPE_KINDS]),
    scopeId: p.uuid(),
    scopeName: p.text(),
    consentText: p.text(),
    source: p.text(),
    obtainedAt: p.datetime(),
    evidence: () =>
      p
        .manyToOne(EvidenceFileEntity)
        .fieldNames('organisation_id', 'evidence_sha256')
        .ownColumns('evidence_sha256')
        .updateRule('no action')
        .deleteRule('no action')
        .strictNullable(),
    evidenceSha256: p.blob().strictNullable(),
    outcome: p.enum([...CONSENT_OUTCOMES]),
    recordedAt: p.datetime(),
    recordedBy: p.text(),
  },
});
export type ConsentRecord = InferEntity<typeof ConsentRecordEntity>;
