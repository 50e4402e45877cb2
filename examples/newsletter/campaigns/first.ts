import { defineAudience, defineCampaign, templateFile } from '@adieu/sdk';

/** A first mail to your first book: nothing but an address is needed of its contacts. */
export default defineCampaign({
  name: 'A first mail',
  audience: defineAudience({
    addressBook: process.env['ADIEU_BOOK'] ?? 'Newsletter',
    fields: ['first_name'],
  }),
  subject: { en: 'Our first mail' },
  template: { en: templateFile(new URL('first.mjml', import.meta.url)) },
  identity: { postalAddress: 'Your organisation, your street 1, 123 45 your town' },
});
