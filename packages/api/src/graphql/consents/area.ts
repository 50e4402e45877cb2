import { ADMIN, type Area } from '../access/area.ts';
import { ConsentProof } from './consent-proof.query.ts';
import { ConsentQuery } from './consent.query.ts';
import { Consents } from './consents.query.ts';
import { RecordConsents } from './record-consents.mutation.ts';

export const consents: Area = {
  resolvers: [ConsentProof, ConsentQuery, Consents, RecordConsents],
  access: {
    Query: { consentProof: ADMIN, consent: ADMIN, consents: ADMIN },
    Mutation: { recordConsents: ADMIN },
  },
};
