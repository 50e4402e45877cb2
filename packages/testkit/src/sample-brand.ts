import type { setBrand } from '@adieu/db';

/** A brand that may be kept, far from Adieu's own look. */
export const SAMPLE_BRAND: Parameters<typeof setBrand>[1]['brand'] = {
  displayName: 'Nordlys',
  light: {
    ground: '#f1ecff',
    surface: '#ffffff',
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
  imprint: {
    postalAddress: 'Nordlys AS\nStorgata 1\n9008 Tromsø',
    contact: '+47 77 00 00 00',
    imprintUrl: 'https://nordlys.example.test/about',
    privacyUrl: 'https://nordlys.example.test/privacy',
  },
  texts: {
    en: { intro: 'Mail from above the Arctic Circle.', farewell: 'Thank you for reading.' },
    sv: { intro: 'Post från norr om polcirkeln.', farewell: 'Tack för att du läste.' },
  },
};

/** A PNG of 120 × 40 pixels: two waves on nothing. */
export const SAMPLE_LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAMAAAACNM4XAAAACVBMVEUAAACbbPU/qJpAi52PAAAAA3RSTlMA//9EUNYhAAABQklEQVR42u2XwRLDIAhEXf//o3OIMaiwIG2mM51wS+pbUsUVS3njjR8HWmRBOqaewfKqCtUGQcERVxQAJmBzDrjknRUAJpAGFXwUAJhAGlRxKQAwgSxYDVwIgAkQEAxsw0ZkfAITGFMFOPSRN7HMn7p/h+d5cuXzBKqJ13rsCuviiDfVAHXfEG/aIG0LjokNKyIgGNjG6Fv/fKvugkuAgGDg9W2G2d285UdZsE+m7s7FxEVmw4ocsFdBNUzUNromsM1J0LZvZu3Z38SPkY9LzEYsMVuOj9aRFY5bubRwncqlFe/uVbrHdTBkDhGTUf00B4p/6tqq4eOF+XjxfJwcJO4JtHVyzeADZ656rC+HfKRZeKQ7ibRHdluVBtd11RpC0kimQYRaYNI658Fnbwt+Xu+aE7ofbV7Iti52X71JvvHfcQCd5Qi4uMW4JgAAAABJRU5ErkJggg==',
  'base64',
);
