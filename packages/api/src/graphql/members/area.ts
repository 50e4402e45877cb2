import { ADMIN, type Area } from '../access/area.ts';
import { InviteMember } from './invite-member.mutation.ts';
import { MemberQuery } from './member.query.ts';
import { Members } from './members.query.ts';
import { ChangeMember } from './change-member.mutation.ts';
import { RemoveMember } from './remove-member.mutation.ts';

export const members: Area = {
  resolvers: [InviteMember, MemberQuery, Members, ChangeMember, RemoveMember],
  access: {
    Query: { member: ADMIN, members: ADMIN },
    Mutation: { inviteMember: ADMIN, changeMember: ADMIN, removeMember: ADMIN },
  },
};
