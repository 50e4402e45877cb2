import { type Area, LINK } from '../access/area.ts';
import { ConfirmDoubleOptIn } from './confirm-double-opt-in.mutation.ts';
import { DoubleOptIn } from './double-opt-in.query.ts';
import { StartDoubleOptIn } from './start-double-opt-in.mutation.ts';

export const doubleOptIn: Area = {
  resolvers: [ConfirmDoubleOptIn, DoubleOptIn, StartDoubleOptIn],
  access: {
    Query: { doubleOptIn: LINK },
    Mutation: {
      confirmDoubleOptIn: LINK,
      startDoubleOptIn: LINK,
    },
  },
  types: { DoubleOptInView: ['link'] },
};
