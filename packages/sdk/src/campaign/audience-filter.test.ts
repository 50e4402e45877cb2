import { describe, expect, it } from 'vitest';
import type { Connection } from '../client/connect.ts';
import { defineAudience } from './audience.ts';
import { audienceInput } from './audience-filter.ts';

const readers = defineAudience({
  addressBook: 'Newsletter',
  fields: ['city', 'orders'],
  where: [
    { field: 'city', is: 'EXISTS' },
    { field: 'orders', is: 'AT_LEAST', value: 10 },
  ],
  anyOf: [{ field: 'city', is: 'EQUALS', value: 'Malmö' }],
  languages: ['sv'],
  exceptCampaigns: ['campaign_1'],
  onlyAddresses: ['anna@example.test'],
});
/** Nothing here has a name to look up. */
const nobody = null as unknown as Connection;

describe('an audience in code', () => {
  it('is passed on as the API takes it', async () => {
    expect(await audienceInput(nobody, 'account_1', readers)).toEqual({
      where: [
        { field: 'city', is: 'EXISTS' },
        { field: 'orders', is: 'AT_LEAST', value: '10' },
      ],
      anyOf: [{ field: 'city', is: 'EQUALS', value: 'Malmö' }],
      languages: ['sv'],
      exceptCampaigns: ['campaign_1'],
      onlyAddresses: ['anna@example.test'],
    });
  });

  it('that is the whole book is not spoken of', async () => {
    const all = defineAudience({ addressBook: 'Newsletter', fields: ['city'] });
    expect(await audienceInput(nobody, 'account_1', all)).toBeUndefined();
  });

  it('knows its fields, and which tests take a value', () => {
    const wrong = [
      defineAudience({
        addressBook: 'Newsletter',
        fields: ['city'],
        // @ts-expect-error: no such field.
        where: [{ field: 'cyty', is: 'EXISTS' }],
      }),
      defineAudience({
        addressBook: 'Newsletter',
        fields: ['city'],
        // @ts-expect-error: a value is needed.
        where: [{ field: 'city', is: 'EQUALS' }],
      }),
    ];
    // That they do not compile is the test; what runs is not changed.
    expect(wrong.map(({ fields }) => fields)).toEqual([['city'], ['city']]);
  });
});
