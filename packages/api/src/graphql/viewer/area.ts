import { EVERY_ROLE, type Area } from '../access/area.ts';
import { ViewerFields } from './viewer.fields.ts';
import { ViewerQuery } from './viewer.query.ts';

export const viewer: Area = {
  resolvers: [ViewerFields, ViewerQuery],
  access: {
    Query: { viewer: EVERY_ROLE },
  },
};
