import { ADMIN, type Area } from '../access/area.ts';
import { DropOptOutPolicy } from './drop-opt-out-policy.mutation.ts';
import { SetOptOutPolicy } from './set-opt-out-policy.mutation.ts';

export const policies: Area = {
  resolvers: [DropOptOutPolicy, SetOptOutPolicy],
  access: {
    Mutation: { dropOptOutPolicy: ADMIN, setOptOutPolicy: ADMIN },
  },
};
