import { ADMIN, type Area } from '../access/area.ts';
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
    Query: { recipient: ADMIN },
    Mutation: { eraseRecipient: ADMIN, exportRecipient: ADMIN, reactivateRecipient: ADMIN },
  },
};
