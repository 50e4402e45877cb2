import { SAMPLE_LOGO, type Seed, seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { brandInput } from './brand-input.ts';
import { type House, openHouse, seedMails } from './house.ts';

const BRAND = `
  version displayName
  light { ground surface text accent onAccent } dark { ground surface text accent onAccent }
  logo { id mediaType width height alt }
  imprint { postalAddress contact imprintUrl privacyUrl }
  texts { language intro farewell }`;

let house: House;
let foreign: Seed;
let token: string;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
  token = (await seedMails(house, { count: 1 }))[0]!.token;
}, 60_000);
afterAll(() => house?.close());

const accountId = (): string => toId('account', house.org.accountId);

async function setBrand(input: object, key = house.org.adminKey): Promise<Record<string, unknown>> {
  const { data, errors } = await house.ask<{ setAccountBrand: Record<string, unknown> }>(
    `mutation ($input: SetAccountBrandInput!) { setAccountBrand(input: $input) { __typename
      ... on AccountBrandSet { brand { ${BRAND} } }
      ... on Problem { code field message }
      ... on ContrastTooLow { failures { scheme front behind ratio needed suggested } } } }`,
    { input: { accountId: accountId(), ...input } },
    key,
  );
  expect(errors).toBeUndefined();
  return data.setAccountBrand;
}

const logo = { content: SAMPLE_LOGO.toString('base64'), alt: ' Waves ' };

describe('the brand of an account', () => {
  it('is none at first, and then what was set, for admins and for those who hold a link', async () => {
    const query = `{ accounts { brand { ${BRAND} } } }`;
    expect((await house.ask(query)).data).toEqual({ accounts: [{ brand: null }] });
    const shown = `query ($token: String!) { preferences(token: $token) { ... on PreferenceView { brand { ${BRAND} } } } }`;
    expect((await house.ask(shown, { token }, null)).data).toEqual({
      preferences: { brand: null },
    });

    const { brand } = await setBrand({ ...brandInput(), displayName: ' Nordlys ', logo });
    expect(brand).toEqual({
      ...brandInput(),
      version: 1,
      texts: brandInput().texts.toSorted((a, b) => b.language.localeCompare(a.language)),
      logo: {
        id: expect.stringMatching(/^[\da-f]{64}$/),
        mediaType: 'image/png',
        width: 120,
        height: 40,
        alt: 'Waves',
      },
    });
    expect((await house.ask(query)).data).toEqual({ accounts: [{ brand }] });
    expect((await house.ask(shown, { token }, null)).data).toEqual({ preferences: { brand } });
  });

  it('shows its logo to anybody who knows its id, and nothing for any other', async () => {
    const { brand } = await setBrand({ logo });
    const { id } = (brand as { logo: { id: string } }).logo;
    const query = 'query ($id: ID!) { brandImage(id: $id) { mediaType content } }';
    expect((await house.ask(query, { id }, null)).data).toEqual({
      brandImage: { mediaType: 'image/png', content: SAMPLE_LOGO.toString('base64') },
    });
    for (const other of ['00'.repeat(32), `${id}x`, '', "' OR true --"])
      expect((await house.ask(query, { id: other }, null)).data).toEqual({ brandImage: null });
  });

  it('takes up an earlier logo by its id, and is the house’s again where all is left out', async () => {
    const { brand: first } = await setBrand({ logo });
    const { id } = (first as { logo: { id: string } }).logo;
    expect((await setBrand({ logo: { id, alt: '' } }))['brand']).toMatchObject({
      logo: { id, alt: '' },
    });
    expect((await setBrand({}))['brand']).toMatchObject({
      displayName: null,
      light: null,
      dark: null,
      logo: null,
      imprint: { postalAddress: null, contact: null, imprintUrl: null, privacyUrl: null },
      texts: [],
    });
  });

  it('tells of colours that are too faint which, by how much, and what would do (X-1)', async () => {
    const { light } = brandInput();
    expect(await setBrand({ light: { ...light, accent: '#C9A8FF' } })).toEqual({
      __typename: 'ContrastTooLow',
      code: 'CONTRAST_TOO_LOW',
      field: 'light',
      message:
        'light: onAccent on accent is 1.99:1 and needs 4.5:1, as with #494949; light: accent on surface is 1.99:1 and needs 3:1, as with #a388cf.',
      failures: [
        {
          scheme: 'LIGHT',
          front: 'ON_ACCENT',
          behind: 'ACCENT',
          ratio: 1.99,
          needed: 4.5,
          suggested: '#494949',
        },
        {
          scheme: 'LIGHT',
          front: 'ACCENT',
          behind: 'SURFACE',
          ratio: 1.99,
          needed: 3,
          suggested: '#a388cf',
        },
      ],
    });
  });

  const { light } = brandInput();
  it.each<[object, string, string]>([
    [{ dark: light }, 'dark', 'INVALID_INPUT'],
    [{ light: { ...light, ground: 'red' } }, 'light.ground', 'INVALID_INPUT'],
    [{ displayName: 'x'.repeat(41) }, 'displayName', 'INVALID_INPUT'],
    [{ imprint: { imprintUrl: 'javascript:alert(1)' } }, 'imprintUrl', 'INVALID_INPUT'],
    [{ texts: [{ language: 'fr', intro: 'Salut' }] }, 'texts', 'INVALID_INPUT'],
    [{ texts: [{ language: 'sv' }, { language: 'sv' }] }, 'texts', 'INVALID_INPUT'],
    [{ texts: [{ language: 'sv', farewell: 'Tråkigt!' }] }, 'farewell', 'GUILT_TRIPPING'],
    [{ logo: { alt: 'Waves' } }, 'logo', 'INVALID_INPUT'],
    [{ logo: { ...logo, id: 'ab'.repeat(32) } }, 'logo', 'INVALID_INPUT'],
    [{ logo: { content: '%%%', alt: '' } }, 'logo.content', 'INVALID_INPUT'],
    [{ logo: { content: 'PHN2Zy8+', alt: '' } }, 'logo.content', 'UNUSABLE_IMAGE'],
    [{ logo: { content: 'A'.repeat(70_000), alt: '' } }, 'logo.content', 'UNUSABLE_IMAGE'],
    [{ logo: { id: 'ab'.repeat(32), alt: '' } }, 'logo.id', 'NOT_FOUND'],
    [{ accountId: 'account_nothing' }, 'accountId', 'INVALID_INPUT'],
    [{ accountId: toId('account', crypto.randomUUID()) }, 'accountId', 'NOT_FOUND'],
  ])('is refused: %j', async (input, field, code) => {
    expect(await setBrand(input)).toMatchObject({ code, field });
  });

  it('is set by admins of its own organisation alone', async () => {
    expect(await setBrand({}, house.org.campaignerKey)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await setBrand({}, foreign.adminKey)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an account’s own reasons (F4)', () => {
  async function setReasons(reasons: object[]): Promise<Record<string, unknown>> {
    const { data, errors } = await house.ask<{ setAccountReasons: Record<string, unknown> }>(
      `mutation ($input: SetAccountReasonsInput!) { setAccountReasons(input: $input) {
        ... on AccountReasonsSet { reasons { id key texts { language text } } }
        ... on Problem { code field message } } }`,
      { input: { accountId: accountId(), reasons } },
    );
    expect(errors).toBeUndefined();
    return data.setAccountReasons;
  }
  const texts = (en: string, sv: string) => [
    { language: 'sv', text: sv },
    { language: 'en', text: en },
  ];
  const shown = async () =>
    (
      await house.ask<{ preferences: { reasons: object[] } }>(
        'query ($token: String!) { preferences(token: $token) { ... on PreferenceView { reasons { text language } } } }',
        { token },
        null,
      )
    ).data.preferences.reasons;

  it('are shown in their order and the reader’s language; an empty list brings the house’s back', async () => {
    const reasons = [
      { key: 'TOO_DEAR', texts: texts('Too dear', 'För dyrt') },
      { key: 'MOVED', texts: texts('I moved', 'Jag flyttade') },
    ];
    expect(await setReasons(reasons)).toMatchObject({ reasons });
    const before = await shown();
    expect(before.map((reason) => (reason as { text: string }).text)).toEqual(
      (before[0] as { language: string }).language === 'sv'
        ? ['För dyrt', 'Jag flyttade']
        : ['Too dear', 'I moved'],
    );
    expect(
      (await house.ask('{ accounts { leaveReasons { key texts { language text } } } }')).data,
    ).toEqual({ accounts: [{ leaveReasons: reasons }] });
    await setReasons([{ key: 'HAPPY', texts: [{ language: 'cs', text: 'Jen tak' }] }]);
    expect(await shown()).toEqual([{ text: 'Jen tak', language: 'cs' }]);
    expect(await setReasons([])).toEqual({ reasons: [] });
    expect((await shown())[0]).toEqual({ text: null, language: null });
  });

  it.each([
    [[{ key: 'a', texts: [{ language: 'en', text: 'A' }] }], 'INVALID_INPUT'],
    [[{ key: 'A', texts: [] }], 'INVALID_INPUT'],
    [[{ key: 'A', texts: [{ language: 'en', text: ' ' }] }], 'INVALID_INPUT'],
    [[{ key: 'A', texts: [{ language: 'xx', text: 'A' }] }], 'INVALID_INPUT'],
    [[1, 2].map(() => ({ key: 'A', texts: [{ language: 'en', text: 'A' }] })), 'INVALID_INPUT'],
    [[{ key: 'A', texts: [{ language: 'en', text: 'I will miss you' }] }], 'GUILT_TRIPPING'],
    [
      Array.from({ length: 13 }, (_, i) => ({
        key: `A${i}`,
        texts: [{ language: 'en', text: 'A' }],
      })),
      'LIMIT_REACHED',
    ],
  ])('are refused: %j', async (reasons, code) => {
    expect(await setReasons(reasons)).toMatchObject({ code, field: 'reasons' });
  });
});
