import { type Area, LINK } from '../access/area.ts';
import { Leave } from './leave.mutation.ts';
import { PreferenceFields } from './preference-view.fields.ts';
import { Preferences } from './preferences.query.ts';
import { UpdatePreferences } from './update-preferences.mutation.ts';

export const preferences: Area = {
  resolvers: [Leave, PreferenceFields, Preferences, UpdatePreferences],
  access: {
    Query: { preferences: LINK },
    Mutation: { leave: LINK, updatePreferences: LINK },
  },
  types: { PreferenceView: ['link'], CurrentOptOut: ['link'], TopicChoice: ['link'] },
};
