import { type Area, ADMIN, EVERY_MEMBER, inAccount } from '../access/area.ts';
import { DropOptOutPolicy } from './drop-opt-out-policy.mutation.ts';
import { SetOptOutPolicy } from './set-opt-out-policy.mutation.ts';

export const policies: Area = {
  resolvers: [DropOptOutPolicy, SetOptOutPolicy],
  access: {
    Mutation: { dropOptOutPolicy: inAccount(ADMIN), setOptOutPolicy: inAccount(ADMIN) },
  },
  types: { OptOutPolicy: EVERY_MEMBER.rights },
};
