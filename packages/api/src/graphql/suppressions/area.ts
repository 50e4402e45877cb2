import { ADMIN, type Area } from '../access/area.ts';
import { Suppressions } from './suppressions.query.ts';

export const suppressions: Area = {
  resolvers: [Suppressions],
  access: {
    Query: { suppressions: ADMIN },
  },
};
