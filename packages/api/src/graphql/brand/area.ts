import { ADMIN, LINK, type Area } from '../access/area.ts';
import { Brands } from './brand.fields.ts';
import { SetAccountBrand } from './set-account-brand.mutation.ts';

export const brand: Area = {
  resolvers: [Brands, SetAccountBrand],
  access: {
    Query: { brandImage: LINK },
    Mutation: { setAccountBrand: ADMIN },
  },
};
