import { ADMIN, type Area } from '../access/area.ts';
import { DecideQuarantine } from './decide-quarantine.mutation.ts';
import { QuarantineFields } from './quarantine.fields.ts';
import { QuarantineQuery } from './quarantine.query.ts';
import { Quarantines } from './quarantines.query.ts';

export const quarantines: Area = {
  resolvers: [DecideQuarantine, QuarantineFields, QuarantineQuery, Quarantines],
  access: {
    Query: { quarantine: ADMIN, quarantines: ADMIN },
    Mutation: { decideQuarantine: ADMIN },
  },
};
