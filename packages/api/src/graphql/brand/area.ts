import { ADMIN, LINK, type Area } from '../access/area.ts';
import { BrandImage } from './brand-image.query.ts';
import { BrandFields } from './brand.fields.ts';
import { SetAccountBrand } from './set-account-brand.mutation.ts';

export const brand: Area = {
  resolvers: [BrandImage, BrandFields, SetAccountBrand],
  access: {
    Query: { brandImage: LINK },
    Mutation: { setAccountBrand: ADMIN },
  },
};
