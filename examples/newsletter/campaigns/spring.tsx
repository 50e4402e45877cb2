import { defineCampaign } from '@adieu/sdk';
import { readers } from '../audiences.ts';
import { Spring } from '../emails/spring.tsx';

export default defineCampaign({
  name: 'Spring collection',
  audience: readers,
  topic: 'Product news',
  subject: {
    en: ({ contact }) => `The light is back, ${contact('first_name', 'friend')}`,
    sv: ({ contact }) => `Ljuset är tillbaka, ${contact('first_name', 'vän')}`,
  },
  template: (merge) => <Spring merge={merge} />,
  identity: { postalAddress: 'Nordlys AB, Hamngatan 1, 211 22 Malmö' },
});
