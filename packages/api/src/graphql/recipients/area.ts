import { type Area, ADMIN, inAccount, READ, READ_REQUESTS } from '../access/area.ts';
import { EraseRecipient } from './erase-recipient.mutation.ts';
import { ExportRecipient } from './export-recipient.mutation.ts';
import { ReactivateRecipient } from './reactivate-recipient.mutation.ts';
import { RecipientFields } from './recipient.fields.ts';
import { RecipientQuery } from './recipient.query.ts';

export const recipients: Area = {
  resolvers: [
    EraseRecipient,
    ExportRecipient,
    ReactivateRecipient,
    RecipientFields,
    RecipientQuery,
  ],
  access: {
    Query: { recipient: READ_REQUESTS },
    Mutation: {
      eraseRecipient: ADMIN,
      exportRecipient: ADMIN,
      reactivateRecipient: inAccount(ADMIN),
    },
  },
  types: { Recipient: READ_REQUESTS.rights },
  fields: {
    'Recipient.address': { rights: READ.rights, others: 'masked' },
    'Recipient.consentProofs': { rights: READ.rights, others: 'refused', wholeOrganisation: true },
    'Recipient.consents': { rights: READ.rights, others: 'refused', wholeOrganisation: true },
    'Recipient.history': {
      rights: READ_REQUESTS.rights,
      others: 'refused',
      wholeOrganisation: true,
    },
    'Recipient.receipts': {
      rights: READ_REQUESTS.rights,
      others: 'refused',
      wholeOrganisation: true,
    },
    'Recipient.requests': {
      rights: READ_REQUESTS.rights,
      others: 'refused',
      wholeOrganisation: true,
    },
    'Recipient.suppressions': {
      rights: READ_REQUESTS.rights,
      others: 'refused',
      wholeOrganisation: true,
    },
  },
};
