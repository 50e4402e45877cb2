import { defineAudience, defineCampaign } from '@adieu/sdk';

/** An SMS, from what its book sends SMS from; the way out stands behind the text. */
export default defineCampaign({
  channel: 'SMS',
  name: 'Lamps in the window',
  audience: defineAudience({
    addressBook: process.env['ADIEU_SMS_BOOK'] ?? 'Members by SMS',
    fields: ['first_name', 'city'],
  }),
  text: {
    en: ({ contact }) =>
      `Hi ${contact('first_name')}, come and see our lamps in ${contact('city')}.`,
    sv: ({ contact }) =>
      `Hej ${contact('first_name')}, kom och se våra lampor i ${contact('city')}.`,
  },
});
