import { ADMIN, OPERATOR, type Area } from '../access/area.ts';
import { DeleteAccount } from './delete-account.mutation.ts';
import { DeleteOrganisation } from './delete-organisation.mutation.ts';
import { DeletionQuery } from './deletion.query.ts';

export const deletions: Area = {
  resolvers: [DeleteAccount, DeleteOrganisation, DeletionQuery],
  access: {
    Query: { deletion: ['ADMIN', 'OPERATOR'] },
    Mutation: { deleteAccount: ADMIN, deleteOrganisation: OPERATOR },
  },
};
