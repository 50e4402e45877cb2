import { ADMIN, type Area } from '../access/area.ts';
import { ReactivateRecipient } from './reactivate-recipient.mutation.ts';
import { RecipientFields } from './recipient.fields.ts';
import { RecipientQuery } from './recipient.query.ts';

export const recipients: Area = {
  resolvers: [ReactivateRecipient, RecipientFields, RecipientQuery],
  access: {
    Query: { recipient: ADMIN },
    Mutation: { reactivateRecipient: ADMIN },
  },
};
