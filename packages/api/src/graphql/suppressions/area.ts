import { ADMIN, type Area } from '../access/area.ts';
import { SuppressionFields } from './suppression.fields.ts';
import { Suppressions } from './suppressions.query.ts';

export const suppressions: Area = {
  resolvers: [SuppressionFields, Suppressions],
  access: {
    Query: { suppressions: ADMIN },
  },
};
