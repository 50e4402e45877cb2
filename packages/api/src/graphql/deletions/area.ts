import { ADMIN, OPERATOR, orUse, READ, type Area } from '../access/area.ts';
import { DeleteAccount } from './delete-account.mutation.ts';
import { DeleteOrganisation } from './delete-organisation.mutation.ts';
import { DeletionQuery } from './deletion.query.ts';

export const deletions: Area = {
  resolvers: [DeleteAccount, DeleteOrganisation, DeletionQuery],
  access: {
    Query: { deletion: orUse(READ, 'OPERATOR') },
    Mutation: { deleteAccount: ADMIN, deleteOrganisation: OPERATOR },
  },
  types: { Deletion: orUse(READ, 'OPERATOR').rights },
};
