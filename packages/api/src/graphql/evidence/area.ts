import { type Area, ADMIN, READ, READ_REQUESTS } from '../access/area.ts';
import { EvidenceFileQuery } from './evidence-file.query.ts';
import { EvidenceFields } from './evidence.fields.ts';
import { UploadEvidence } from './upload-evidence.mutation.ts';

export const evidence: Area = {
  resolvers: [EvidenceFileQuery, EvidenceFields, UploadEvidence],
  access: {
    Query: { evidenceFile: READ },
    Mutation: { uploadEvidence: ADMIN },
  },
  types: {
    Evidence: READ_REQUESTS.rights,
    EvidenceHeader: READ.rights,
    EvidenceFile: READ.rights,
    EvidenceRetention: READ.rights,
  },
  fields: { 'Evidence.origin': { rights: READ.rights, others: 'null' } },
};
