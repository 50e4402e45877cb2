import { graphql } from '../graphql.ts';
import type { Endpoints } from '../endpoints.ts';

/** A PNG of 120 × 40 pixels: two waves on nothing. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAMAAAACNM4XAAAACVBMVEUAAACbbPU/qJpAi52PAAAAA3RSTlMA//9EUNYhAAABQklEQVR42u2XwRLDIAhEXf//o3OIMaiwIG2mM51wS+pbUsUVS3njjR8HWmRBOqaewfKqCtUGQcERVxQAJmBzDrjknRUAJpAGFXwUAJhAGlRxKQAwgSxYDVwIgAkQEAxsw0ZkfAITGFMFOPSRN7HMn7p/h+d5cuXzBKqJ13rsCuviiDfVAHXfEG/aIG0LjokNKyIgGNjG6Fv/fKvugkuAgGDg9W2G2d285UdZsE+m7s7FxEVmw4ocsFdBNUzUNromsM1J0LZvZu3Z38SPkY9LzEYsMVuOj9aRFY5bubRwncqlFe/uVbrHdTBkDhGTUf00B4p/6tqq4eOF+XjxfJwcJO4JtHVyzeADZ656rC+HfKRZeKQ7ibRHdluVBtd11RpC0kimQYRaYNI658Fnbwt+Xu+aE7ofbV7Iti52X71JvvHfcQCd5Qi4uMW4JgAAAABJRU5ErkJggg==';

/** Far from Adieu's look, with the longest name and words that there may be. */
const BRAND = {
  displayName: 'Nordlys Handelskompani for ull og lys AS',
  light: {
    ground: '#f1ecff',
    surface: '#fffdf7',
    text: '#221144',
    accent: '#7a3df0',
    onAccent: '#ffffff',
  },
  dark: {
    ground: '#0d0717',
    surface: '#1a1030',
    text: '#f4f1ff',
    accent: '#c9a8ff',
    onAccent: '#1a1030',
  },
  logo: { content: LOGO, alt: '' },
  imprint: {
    postalAddress: 'Nordlys AS\nStorgata 1\n9008 Tromsø',
    contact: '+47 77 00 00 00',
    imprintUrl: 'https://nordlys.example.test/about',
    privacyUrl: 'https://nordlys.example.test/privacy',
  },
  texts: ['en', 'sv', 'cs', 'de', 'da'].map((language) => ({
    language,
    intro: 'Nordlys '.repeat(37).trim(),
    farewell: 'Nordlys, 69° 39′ N.',
  })),
};

const REASONS = ['TOO_DEAR', 'MOVED', 'OTHER_SHOP'].map((key) => ({
  key,
  texts: [
    { language: 'en', text: `In English: ${key}` },
    { language: 'sv', text: `På svenska: ${key}` },
  ],
}));

/** Gives every account of the demo a brand and reasons of its own. */
export async function brandAccounts(endpoints: Endpoints): Promise<void> {
  const { accounts } = await graphql<{ accounts: { id: string }[] }>(
    endpoints,
    '{ accounts { id } }',
  );
  for (const { id: accountId } of accounts) {
    const done = await graphql(
      endpoints,
      `
        mutation ($brand: SetAccountBrandInput!, $reasons: SetAccountReasonsInput!) {
          setAccountBrand(input: $brand) {
            ... on Problem {
              message
            }
          }
          setAccountReasons(input: $reasons) {
            ... on Problem {
              message
            }
          }
        }
      `,
      { brand: { accountId, ...BRAND }, reasons: { accountId, reasons: REASONS } },
    );
    const problems = JSON.stringify(done);
    if (problems.includes('message')) throw new Error(problems);
  }
}
