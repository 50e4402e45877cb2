import { ADMIN, type Area, OPERATOR, overAll, READ_CAMPAIGNS } from '../access/area.ts';
import { AssignSenderDomain } from './assign-sender-domain.mutation.ts';
import { CheckSenderDomain } from './check-sender-domain.mutation.ts';
import { ClaimSenderDomain } from './claim-sender-domain.mutation.ts';
import { ReleaseSenderDomain } from './release-sender-domain.mutation.ts';
import { SenderDomains } from './sender-domains.query.ts';

export const senderDomains: Area = {
  resolvers: [
    AssignSenderDomain,
    CheckSenderDomain,
    ClaimSenderDomain,
    ReleaseSenderDomain,
    SenderDomains,
  ],
  access: {
    Query: { senderDomains: READ_CAMPAIGNS },
    Mutation: {
      assignSenderDomain: OPERATOR,
      // A proof pauses what others send from a part of the domain.
      checkSenderDomain: overAll(ADMIN),
      claimSenderDomain: ADMIN,
      releaseSenderDomain: ADMIN,
    },
  },
  types: { SenderDomain: READ_CAMPAIGNS.rights },
};
