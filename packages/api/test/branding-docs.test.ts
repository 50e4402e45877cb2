import { SAMPLE_LOGO } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { docExamples, fillIn } from './doc-examples.ts';
import { type House, openHouse } from './house.ts';

const { examples } = docExamples('branding.md');
let house: House;
const words: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  words['account'] = toId('account', house.org.accountId);
  words['your logo'] = SAMPLE_LOGO.toString('base64');
});
afterAll(() => house?.close());

/** What tells whether an example did what the page says; they build on each other. */
const ANSWERS: Record<string, (data: never) => void> = {
  Brands: (data) =>
    expect(data).toEqual({
      accounts: [{ id: words['account'], name: 'Nordlys Shop', brand: null, leaveReasons: [] }],
    }),
  SetBrand: (data: { setAccountBrand: { brand: { logo: { id: string } } } }) => {
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
};

describe('docs/branding.md', () => {
  it('has an answer here for every example', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
  });

  it.each(examples)('$name works as it stands', async ({ name, query, variables }) => {
    const { data, errors } = await house.ask<never>(
      fillIn(query, words),
      variables === null ? {} : (JSON.parse(fillIn(variables, words)) as object),
    );
    expect(errors).toBeUndefined();
    ANSWERS[name]!(data);
  });
});
