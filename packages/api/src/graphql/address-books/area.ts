import { ADMIN, EVERY_ROLE, OPERATOR, type Area } from '../access/area.ts';
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
    Query: { addressBook: EVERY_ROLE, addressBooks: EVERY_ROLE },
    Mutation: {
      changeAddressBook: ADMIN,
      createAddressBook: ADMIN,
      endExemption: OPERATOR,
      exemptAddressBook: OPERATOR,
    },
  },
};
