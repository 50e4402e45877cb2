import { ADMIN, type Area } from '../access/area.ts';
import { ArchiveScope } from './archive-scope.mutation.ts';
import { DeleteScope } from './delete-scope.mutation.ts';
import { RenameScope } from './rename-scope.mutation.ts';

export const scopes: Area = {
  resolvers: [ArchiveScope, DeleteScope, RenameScope],
  access: {
    Mutation: { archiveScope: ADMIN, deleteScope: ADMIN, renameScope: ADMIN },
  },
};
