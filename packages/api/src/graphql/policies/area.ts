import { ADMIN, type Area } from '../access/area.ts';
import { SetOptOutPolicy } from './set-opt-out-policy.mutation.ts';
import { SetWidening } from './set-widening.mutation.ts';

export const policies: Area = {
  resolvers: [SetOptOutPolicy, SetWidening],
  access: {
    Mutation: { setOptOutPolicy: ADMIN, setWidening: ADMIN },
  },
};
