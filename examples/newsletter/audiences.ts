import { defineAudience } from '@adieu/sdk';

/** Everybody who gets the newsletter, with the columns of its contacts that texts may use. */
export const readers = defineAudience({
  addressBook: process.env['ADIEU_BOOK'] ?? 'Newsletter',
  fields: ['first_name', 'city', 'favourite'],
});
