import { ADMIN, type Area } from '../access/area.ts';
import { EvidenceFileQuery } from './evidence-file.query.ts';
import { EvidenceFields } from './evidence.fields.ts';
import { UploadEvidence } from './upload-evidence.mutation.ts';

export const evidence: Area = {
  resolvers: [EvidenceFileQuery, EvidenceFields, UploadEvidence],
  access: {
    Query: { evidenceFile: ADMIN },
    Mutation: { uploadEvidence: ADMIN },
  },
};
