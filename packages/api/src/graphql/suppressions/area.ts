import { type Area, inAccount, orUse, READ, READ_REQUESTS } from '../access/area.ts';
import { SuppressionFields } from './suppression.fields.ts';
import { Suppressions } from './suppressions.query.ts';

export const suppressions: Area = {
  resolvers: [SuppressionFields, Suppressions],
  access: {
    Query: { suppressions: inAccount(orUse(READ, 'suppressions:read'), 'filter.accountId') },
  },
  types: { Suppression: orUse(READ_REQUESTS, 'suppressions:read').rights },
};
