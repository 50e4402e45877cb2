import { ADMIN, type Area } from '../access/area.ts';
import { ReactivateRecipient } from './reactivate-recipient.mutation.ts';
import { Recipients } from './recipient.query.ts';

export const recipients: Area = {
  resolvers: [ReactivateRecipient, Recipients],
  access: {
    Query: { recipient: ADMIN },
    Mutation: { reactivateRecipient: ADMIN },
  },
};
