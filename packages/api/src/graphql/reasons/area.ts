import { ADMIN, LINK, type Area } from '../access/area.ts';
import { GiveReason } from './give-reason.mutation.ts';
import { LeaveReasons } from './leave-reasons.fields.ts';
import { SetAccountReasons } from './set-account-reasons.mutation.ts';

export const reasons: Area = {
  resolvers: [GiveReason, LeaveReasons, SetAccountReasons],
  access: {
    Mutation: { giveReason: LINK, setAccountReasons: ADMIN },
  },
};
