import { KEY_USE_NAMES } from '@adieu/domain';
import { type Area, EVERY_ROLE, inAccount, orUse } from '../access/area.ts';
import { ViewerFields } from './viewer.fields.ts';
import { ViewerQuery } from './viewer.query.ts';

export const viewer: Area = {
  resolvers: [ViewerFields, ViewerQuery],
  access: {
    Query: { viewer: inAccount(orUse(EVERY_ROLE, ...KEY_USE_NAMES), 'free') },
  },
  types: { Viewer: [...EVERY_ROLE.rights, ...KEY_USE_NAMES] },
};
