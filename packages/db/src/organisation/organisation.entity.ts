import { WIDENINGS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  checks: [
    {
      name: 'organisation_evidence_retention_check',
      expression: "evidence_retention ~ '^P(\\d+[YMWD])+$'::text",
    },
    { name: 'organisation_name_check', expression: "name <> ''::text" },
    {
      name: 'organisation_origin_retention_check',
      expression: "origin_retention ~ '^P(\\d+[YMWD])+$'::text",
    },
    {
      name: 'organisation_proof_retention_days_check',
      expression: '(proof_retention_days >= 365) AND (proof_retention_days <= 36525)',
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    deletedAt: p.datetime().strictNullable(),
    widening: p
      .enum([...WIDENINGS])
      .default('NONE')
      .comment(
        'How far an opt-out of a topic or marketing book counts (F9, D6); applied as it is recorded',
      ),
    evidenceRetention: p.text().default('P3Y'),
    originRetention: p.text().default('P90D'),
    keepsOrigins: p.boolean().default(true),
    proofRetentionDays: p
      .integer()
      .strictNullable()
      .comment('After a consent ended; null = as long as the law of its account’s country'),
  },
});
export type Organisation = InferEntity<typeof OrganisationEntity>;
