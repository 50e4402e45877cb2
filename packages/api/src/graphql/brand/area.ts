import { type Area, ADMIN, inAccount, LINK, READ_CAMPAIGNS } from '../access/area.ts';
import { BrandImage } from './brand-image.query.ts';
import { BrandFields } from './brand.fields.ts';
import { SetAccountBrand } from './set-account-brand.mutation.ts';

export const brand: Area = {
  resolvers: [BrandImage, BrandFields, SetAccountBrand],
  access: {
    Query: { brandImage: LINK },
    Mutation: { setAccountBrand: inAccount(ADMIN) },
  },
  types: {
    Brand: [...READ_CAMPAIGNS.rights, 'link'],
    BrandImage: ['link'],
    BrandLogo: 'held',
    BrandTexts: 'held',
    Imprint: 'held',
    Palette: 'held',
    ContrastFailure: 'held',
  },
};
