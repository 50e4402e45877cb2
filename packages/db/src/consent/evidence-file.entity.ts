import { defineEntity, p } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const EvidenceFileEntity = defineEntity({
  name: 'EvidenceFile',
  tableName: 'evidence_file',
  checks: [
    {
      name: 'evidence_file_check',
      expression: '(content IS NULL) OR ((length(content) = size) AND (sha256(content) = sha256))',
    },
    { name: 'evidence_file_name_check', expression: "name <> ''::text" },
    { name: 'evidence_file_sha256_check', expression: 'length(sha256) = 32' },
    { name: 'evidence_file_size_check', expression: '(size >= 1) AND (size <= 5242880)' },
  ],
  properties: {
    organisationId: foreignKey(OrganisationEntity).primary(),
    sha256: p.blob().primary(),
    name: p.text(),
    mediaType: p.text(),
    size: p.integer(),
    content: p
      .blob()
      .strictNullable()
      .comment('Null after erasure; its hash goes on saying which file it was'),
    uploadedAt: p.datetime(),
    uploadedBy: p.text(),
  },
});
