import { ADMIN, type Area } from '../access/area.ts';
import { AddAdminPerson } from './add-admin-person.mutation.ts';
import { AdminPersonQuery } from './admin-person.query.ts';
import { AdminPersons } from './admin-persons.query.ts';
import { ChangeAdminPerson } from './change-admin-person.mutation.ts';
import { RemoveAdminPerson } from './remove-admin-person.mutation.ts';

export const adminPersons: Area = {
  resolvers: [AddAdminPerson, AdminPersonQuery, AdminPersons, ChangeAdminPerson, RemoveAdminPerson],
  access: {
    Query: { adminPerson: ADMIN, adminPersons: ADMIN },
    Mutation: { addAdminPerson: ADMIN, changeAdminPerson: ADMIN, removeAdminPerson: ADMIN },
  },
};
