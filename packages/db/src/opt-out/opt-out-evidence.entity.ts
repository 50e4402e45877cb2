import { EVIDENCE_KINDS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { OptOutRequestEntity } from './opt-out-request.entity.ts';

export const OptOutEvidenceEntity = defineEntity({
  name: 'OptOutEvidence',
  tableName: 'opt_out_evidence',
  comment:
    'Apart from the request: it may hold origins and browsers, and is kept for a shorter time',
  indexes: [
    { name: 'opt_out_evidence_age', properties: ['organisationId', 'at'] },
    {
      name: 'opt_out_evidence_note',
      expression:
        "CREATE INDEX opt_out_evidence_note ON public.opt_out_evidence USING gin (fold_text((detail ->> 'note'::text)) gin_trgm_ops) WHERE ((detail ->> 'note'::text) IS NOT NULL)",
    },
    {
      name: 'opt_out_evidence_origin_age',
      properties: ['organisationId', 'at'],
      where: 'origin IS NOT NULL',
    },
  ],
  checks: [{ name: 'opt_out_evidence_sha256_check', expression: 'length(sha256) = 32' }],
  properties: {
    requestId: foreignKey(OptOutRequestEntity).deleteRule('cascade').primary(),
    at: p.datetime(),
    detail: p.json<Readonly<Record<string, string>>>(),
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    kind: p.enum([...EVIDENCE_KINDS]),
    sha256: p
      .blob()
      .strictNullable()
      .comment('Of what came in, as it came: body and kept headers, without the token'),
    path: p.text().strictNullable().comment('As a pattern: /u/:token'),
    origin: p
      .text()
      .strictNullable()
      .comment('IP address; goes before the rest (organisation.origin_retention)'),
    headers: p.json<Readonly<Record<string, string>>>().defaultRaw("'{}'::jsonb"),
  },
});
