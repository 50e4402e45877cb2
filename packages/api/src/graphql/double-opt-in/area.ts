import { ADMIN, LINK, type Area } from '../access/area.ts';
import { DoubleOptIns } from './double-opt-in.ts';
import { SetDoubleOptInDays } from './set-double-opt-in-days.mutation.ts';
import { StartDoubleOptIn } from './start-double-opt-in.mutation.ts';

export const doubleOptIn: Area = {
  resolvers: [DoubleOptIns, SetDoubleOptInDays, StartDoubleOptIn],
  access: {
    Query: { doubleOptIn: LINK },
    Mutation: { confirmDoubleOptIn: LINK, setDoubleOptInDays: ADMIN, startDoubleOptIn: LINK },
  },
};
