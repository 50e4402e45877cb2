import { CHANNELS, CONSENT_OUTCOMES, SCOPE_KINDS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const ConsentRecordEntity = defineEntity({
  name: 'ConsentRecord',
  tableName: 'consent_record',
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
    consentText: p.text(),
    source: p.text(),
    obtainedAt: p.datetime(),
    evidenceSha256: p.blob().nullable(),
    outcome: p.enum([...CONSENT_OUTCOMES]),
    recordedAt: p.datetime(),
    recordedBy: p.text(),
  },
});
export type ConsentRecord = InferEntity<typeof ConsentRecordEntity>;
