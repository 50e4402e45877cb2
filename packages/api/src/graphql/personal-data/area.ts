import { type Area, LINK } from '../access/area.ts';
import { AskForData } from './ask-for-data.mutation.ts';
import { EraseMe } from './erase-me.mutation.ts';
import { PersonalDataFields } from './personal-data.fields.ts';
import { PersonalDataQuery } from './personal-data.query.ts';

export const personalData: Area = {
  resolvers: [AskForData, EraseMe, PersonalDataFields, PersonalDataQuery],
  access: {
    Query: { personalData: LINK },
    Mutation: { askForData: LINK, eraseMe: LINK },
  },
  types: { PersonalData: ['link'] },
};
