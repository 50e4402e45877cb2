import { type Area, CAMPAIGNER, inAccount, READ_CAMPAIGNS, READ_REQUESTS } from '../access/area.ts';
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
    Query: { contact: inAccount(READ_CAMPAIGNS) },
    Mutation: {
      addContact: inAccount(CAMPAIGNER),
      importContacts: inAccount(CAMPAIGNER),
      removeContact: inAccount(CAMPAIGNER),
      updateContact: inAccount(CAMPAIGNER),
    },
  },
  types: {
    Contact: READ_CAMPAIGNS.rights,
    ContactAddress: 'held',
    MergeField: 'held',
    ImportedRow: 'held',
    LeavingColumn: 'held',
  },
  fields: { 'ContactAddress.request': { rights: READ_REQUESTS.rights, others: 'null' } },
};
