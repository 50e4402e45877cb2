import { type Area, inAccount, READ_REQUESTS, REVIEWER } from '../access/area.ts';
import { DecideQuarantine } from './decide-quarantine.mutation.ts';
import { QuarantineFields } from './quarantine.fields.ts';
import { QuarantineQuery } from './quarantine.query.ts';
import { Quarantines } from './quarantines.query.ts';

export const quarantines: Area = {
  resolvers: [DecideQuarantine, QuarantineFields, QuarantineQuery, Quarantines],
  access: {
    Query: { quarantine: inAccount(READ_REQUESTS), quarantines: inAccount(READ_REQUESTS) },
    Mutation: { decideQuarantine: inAccount(REVIEWER) },
  },
  types: { Quarantine: READ_REQUESTS.rights },
};
