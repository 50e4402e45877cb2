import { defineCampaign, templateFile } from '@adieu/sdk';
import { readers } from '../audiences.ts';

export default defineCampaign({
  name: 'Harbour market',
  audience: readers,
  topic: 'Events',
  subject: { en: 'Meet us at the harbour market', sv: 'Möt oss på hamnmarknaden' },
  template: {
    en: templateFile(new URL('market.en.mjml', import.meta.url)),
    sv: templateFile(new URL('market.sv.mjml', import.meta.url)),
  },
  partials: {
    when: { en: 'Saturday, from nine to three', sv: 'Lördag, från nio till tre' },
  },
  identity: { postalAddress: 'Nordlys AB, Hamngatan 1, 211 22 Malmö' },
});
