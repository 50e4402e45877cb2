import { ANY_KEY, type Area } from '../access/area.ts';
import { AddContact } from './add-contact.mutation.ts';
import { ContactAddressFields } from './contact-address.fields.ts';
import { ContactQuery } from './contact.query.ts';
import { BookContacts } from './contacts.fields.ts';
import { ImportContacts } from './import-contacts.mutation.ts';
import { RemoveContact } from './remove-contact.mutation.ts';
import { UpdateContact } from './update-contact.mutation.ts';

export const contacts: Area = {
  resolvers: [
    AddContact,
    ContactAddressFields,
    ContactQuery,
    BookContacts,
    ImportContacts,
    RemoveContact,
    UpdateContact,
  ],
  access: {
    Query: { contact: ANY_KEY },
    Mutation: {
      addContact: ANY_KEY,
      importContacts: ANY_KEY,
      removeContact: ANY_KEY,
      updateContact: ANY_KEY,
    },
  },
};
