import { ANY_KEY, type Area } from '../access/area.ts';
import { BookContacts, Contacts } from './contacts.ts';
import { ImportContacts } from './import-contacts.mutation.ts';

export const contacts: Area = {
  resolvers: [BookContacts, Contacts, ImportContacts],
  access: {
    Mutation: { addContact: ANY_KEY, removeContact: ANY_KEY, importContacts: ANY_KEY },
  },
};
