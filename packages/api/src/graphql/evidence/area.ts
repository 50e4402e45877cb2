import { ADMIN, type Area } from '../access/area.ts';
import { EvidenceFileQuery } from './evidence-file.query.ts';
import { EvidenceRetentionQuery } from './evidence-retention.query.ts';
import { EvidenceFields } from './evidence.fields.ts';
import { SetEvidenceRetention } from './set-evidence-retention.mutation.ts';
import { UploadEvidence } from './upload-evidence.mutation.ts';

export const evidence: Area = {
  resolvers: [
    EvidenceFileQuery,
    EvidenceRetentionQuery,
    EvidenceFields,
    SetEvidenceRetention,
    UploadEvidence,
  ],
  access: {
    Query: { evidenceFile: ADMIN, evidenceRetention: ADMIN },
    Mutation: { setEvidenceRetention: ADMIN, uploadEvidence: ADMIN },
  },
};
