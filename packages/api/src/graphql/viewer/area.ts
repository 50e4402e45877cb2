import { EVERY_ROLE, type Area } from '../access/area.ts';
import { ViewerQueries } from './viewer.query.ts';

export const viewer: Area = {
  resolvers: [ViewerQueries],
  access: {
    Query: { viewer: EVERY_ROLE },
  },
};
