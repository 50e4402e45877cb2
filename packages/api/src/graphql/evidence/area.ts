import { ADMIN, type Area } from '../access/area.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { EvidenceRetentions } from './evidence-retention.ts';
import { EvidenceFields } from './evidence.fields.ts';

export const evidence: Area = {
  resolvers: [EvidenceFiles, EvidenceRetentions, EvidenceFields],
  access: {
    Query: { evidenceFile: ADMIN, evidenceRetention: ADMIN },
    Mutation: { uploadEvidence: ADMIN, setEvidenceRetention: ADMIN },
  },
};
