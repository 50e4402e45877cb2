import { type Area, ADMIN, inAccount, READ } from '../access/area.ts';
import { ConsentProof } from './consent-proof.query.ts';
import { ConsentQuery } from './consent.query.ts';
import { Consents } from './consents.query.ts';
import { RecordConsents } from './record-consents.mutation.ts';

export const consents: Area = {
  resolvers: [ConsentProof, ConsentQuery, Consents, RecordConsents],
  access: {
    Query: { consentProof: READ, consent: READ, consents: READ },
    Mutation: { recordConsents: inAccount(ADMIN) },
  },
  types: {
    Consent: READ.rights,
    ConsentProof: READ.rights,
    ProofDocument: 'held',
    RecordedConsent: 'held',
  },
};
