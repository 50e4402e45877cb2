import { ADMIN, type Area } from '../access/area.ts';
import { ChangeScopes } from './change-scopes.mutation.ts';
import { CreateScopes } from './create-scopes.mutation.ts';

export const scopes: Area = {
  resolvers: [ChangeScopes, CreateScopes],
  access: {
    Mutation: {
      renameScope: ADMIN,
      archiveScope: ADMIN,
      deleteScope: ADMIN,
      createAccount: ADMIN,
      createAddressBook: ADMIN,
      createTopic: ADMIN,
    },
  },
};
