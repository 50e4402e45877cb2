import { LINK, type Area } from '../access/area.ts';
import { PersonalDataResolver } from './personal-data.ts';

export const personalData: Area = {
  resolvers: [PersonalDataResolver],
  access: {
    Query: { personalData: LINK },
    Mutation: { askForData: LINK, eraseMe: LINK },
  },
};
