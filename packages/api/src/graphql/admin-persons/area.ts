import { ADMIN, type Area } from '../access/area.ts';
import { AddAdminPerson } from './add-admin-person.mutation.ts';
import { AdminPersons } from './admin-persons.query.ts';
import { ChangeAdminPerson } from './change-admin-person.mutation.ts';
import { RemoveAdminPerson } from './remove-admin-person.mutation.ts';

export const adminPersons: Area = {
  resolvers: [AddAdminPerson, AdminPersons, ChangeAdminPerson, RemoveAdminPerson],
  access: {
    Query: { adminPersons: ADMIN },
    Mutation: { addAdminPerson: ADMIN, changeAdminPerson: ADMIN, removeAdminPerson: ADMIN },
  },
};
