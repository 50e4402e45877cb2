import { ADMIN, type Area } from '../access/area.ts';
import { DecideQuarantine } from './decide-quarantine.mutation.ts';
import { Quarantines } from './quarantines.query.ts';

export const quarantines: Area = {
  resolvers: [DecideQuarantine, Quarantines],
  access: {
    Query: { quarantines: ADMIN },
    Mutation: { decideQuarantine: ADMIN },
  },
};
