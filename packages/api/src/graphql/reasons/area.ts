import { type Area, ADMIN, EVERY_MEMBER, inAccount, LINK, READ_REQUESTS } from '../access/area.ts';
import { GiveReason } from './give-reason.mutation.ts';
import { LeaveReasons } from './leave-reasons.fields.ts';
import { SetAccountReasons } from './set-account-reasons.mutation.ts';

export const reasons: Area = {
  resolvers: [GiveReason, LeaveReasons, SetAccountReasons],
  access: {
    Mutation: { giveReason: LINK, setAccountReasons: inAccount(ADMIN) },
  },
  types: {
    AccountReason: EVERY_MEMBER.rights,
    LeaveReason: ['link'],
    GivenReason: [...READ_REQUESTS.rights, 'link'],
  },
};
