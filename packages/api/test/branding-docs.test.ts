import { SAMPLE_LOGO } from '@adieu/testkit';
import { expect } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { testExamples } from './test-examples.ts';

testExamples(
  'branding.md',
  ({ house, words }) => {
    words['account'] = toId('account', house.org.accountId);
    words['your logo'] = SAMPLE_LOGO.toString('base64');
  },
  {
    Brands: (data, { words }) =>
      expect(data).toEqual({
        accounts: [{ id: words['account'], name: 'Nordlys Shop', brand: null, leaveReasons: [] }],
      }),
    SetBrand: (data: { setAccountBrand: { brand: { logo: { id: string } } } }, { words }) => {
      expect(data).toMatchObject({
        setAccountBrand: { brand: { version: 1, logo: { width: 120, height: 40 } } },
      });
      words['logo'] = data.setAccountBrand.brand.logo.id;
    },
    KeepLogo: (data) => expect(data).toEqual({ setAccountBrand: { brand: { version: 2 } } }),
    SetReasons: (data) =>
      expect(data).toMatchObject({
        setAccountReasons: { reasons: [{ key: 'TOO_DEAR' }, { key: 'MOVED' }] },
      }),
    Unbrand: (data) =>
      expect(data).toEqual({
        setAccountBrand: { brand: { version: 3, displayName: null, logo: null } },
      }),
  },
);
