import { ADMIN, type Area } from '../access/area.ts';
import { ArchiveScope } from './archive-scope.mutation.ts';
import { DeleteScope } from './delete-scope.mutation.ts';

export const scopes: Area = {
  resolvers: [ArchiveScope, DeleteScope],
  access: {
    Mutation: { archiveScope: ADMIN, deleteScope: ADMIN },
  },
};
