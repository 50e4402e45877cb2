import { ADMIN, LINK, type Area } from '../access/area.ts';
import { GiveReason } from './give-reason.mutation.ts';
import { SetAccountReasons } from './set-account-reasons.mutation.ts';

export const reasons: Area = {
  resolvers: [GiveReason, SetAccountReasons],
  access: {
    Mutation: { giveReason: LINK, setAccountReasons: ADMIN },
  },
};
