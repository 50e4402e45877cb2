import { ANY_KEY, EVERY_ROLE, OPERATOR, type Area } from '../access/area.ts';
import { AddressBooks } from './address-books.query.ts';
import { ExemptAddressBook } from './exempt-address-book.mutation.ts';

export const addressBooks: Area = {
  resolvers: [AddressBooks, ExemptAddressBook],
  access: {
    Query: { addressBooks: EVERY_ROLE, topics: ANY_KEY, accounts: ANY_KEY },
    Mutation: { exemptAddressBook: OPERATOR, endExemption: OPERATOR },
  },
};
