import { type Area, ADMIN, inAccount } from '../access/area.ts';
import { ArchiveScope } from './archive-scope.mutation.ts';
import { DeleteScope } from './delete-scope.mutation.ts';

export const scopes: Area = {
  resolvers: [ArchiveScope, DeleteScope],
  access: {
    Mutation: {
      archiveScope: inAccount(ADMIN),
      deleteScope: inAccount(ADMIN),
    },
  },
  types: { Scope: 'held' },
};
