import { type Area, ADMIN, READ } from '../access/area.ts';
import { InviteMemberAgain } from './invite-member-again.mutation.ts';
import { InviteMember } from './invite-member.mutation.ts';
import { MemberQuery } from './member.query.ts';
import { Members } from './members.query.ts';
import { ChangeMember } from './change-member.mutation.ts';
import { MemberRoleGrantFields } from './member-role.type.ts';
import { RemoveMember } from './remove-member.mutation.ts';
import { WithdrawInvitation } from './withdraw-invitation.mutation.ts';

export const members: Area = {
  resolvers: [
    InviteMember,
    InviteMemberAgain,
    MemberQuery,
    MemberRoleGrantFields,
    Members,
    ChangeMember,
    RemoveMember,
    WithdrawInvitation,
  ],
  access: {
    Query: { member: READ, members: READ },
    Mutation: {
      changeMember: ADMIN,
      inviteMember: ADMIN,
      inviteMemberAgain: ADMIN,
      removeMember: ADMIN,
      withdrawInvitation: ADMIN,
    },
  },
  types: { Member: READ.rights, MemberRoleGrant: 'held' },
};
