import { type Area, ADMIN, EVERY_ROLE, inAccount, OPERATOR } from '../access/area.ts';
import { AddressBookFields } from './address-book.fields.ts';
import { AddressBookQuery } from './address-book.query.ts';
import { AddressBooks } from './address-books.query.ts';
import { ChangeAddressBook } from './change-address-book.mutation.ts';
import { CreateAddressBook } from './create-address-book.mutation.ts';
import { EndExemption } from './end-exemption.mutation.ts';
import { ExemptAddressBook } from './exempt-address-book.mutation.ts';

export const addressBooks: Area = {
  resolvers: [
    AddressBookFields,
    AddressBookQuery,
    AddressBooks,
    ChangeAddressBook,
    CreateAddressBook,
    EndExemption,
    ExemptAddressBook,
  ],
  access: {
    Query: {
      addressBook: inAccount(EVERY_ROLE),
      addressBooks: inAccount(EVERY_ROLE, 'filter.accountId'),
    },
    Mutation: {
      changeAddressBook: inAccount(ADMIN),
      createAddressBook: inAccount(ADMIN),
      endExemption: OPERATOR,
      exemptAddressBook: OPERATOR,
    },
  },
  types: { AddressBook: EVERY_ROLE.rights, Exemption: EVERY_ROLE.rights },
};
