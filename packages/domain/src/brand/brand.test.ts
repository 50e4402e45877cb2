import { describe, expect, it } from 'vitest';
import { type Brand, LONGEST_BRAND_TEXT, refuseBrand } from './brand.ts';
import type { Palette } from './palette.ts';

const LIGHT: Palette = {
  ground: '#f4f1ff',
  surface: '#ffffff',
  text: '#221144',
  accent: '#7a3df0',
  onAccent: '#ffffff',
};
const DARK: Palette = {
  ground: '#0d0717',
  surface: '#1a1030',
  text: '#f4f1ff',
  accent: '#c9a8ff',
  onAccent: '#1a1030',
};
const GOOD: Brand = {
  displayName: 'Norrsken',
  light: LIGHT,
  dark: DARK,
  logoAlt: '',
  imprint: {
    postalAddress: 'Norrsken AB\nStorgatan 1\n972 38 Luleå',
    contact: '+46 920 00 00 00',
    imprintUrl: 'https://norrsken.example.test/om',
    privacyUrl: 'https://norrsken.example.test/integritet',
  },
  texts: { sv: { intro: 'Hej från Luleå.', farewell: 'Tack för tiden.' } },
};
const NOTHING: Brand = {
  displayName: null,
  light: null,
  dark: null,
  logoAlt: null,
  imprint: { postalAddress: null, contact: null, imprintUrl: null, privacyUrl: null },
  texts: {},
};

describe('a brand', () => {
  it.each([
    ['whole', GOOD],
    ['empty', NOTHING],
    ['with light colours alone', { ...NOTHING, light: LIGHT }],
  ])('may be %s', (_what, brand) => {
    expect(refuseBrand(brand)).toBeNull();
  });

  it.each([
    ['displayName', { displayName: 'x'.repeat(LONGEST_BRAND_TEXT.displayName + 1) }, 'too-long'],
    ['displayName', { displayName: '' }, 'empty'],
    ['displayName', { displayName: 'Two\nlines' }, 'too-many-lines'],
    ['logoAlt', { logoAlt: 'turned \u202E' }, 'not-plain'],
    [
      'postalAddress',
      { imprint: { ...GOOD.imprint, postalAddress: '1\n2\n3\n4\n5\n6\n7' } },
      'too-many-lines',
    ],
    ['contact', { imprint: { ...GOOD.imprint, contact: 'a\tb' } }, 'not-plain'],
    [
      'imprintUrl',
      { imprint: { ...GOOD.imprint, imprintUrl: 'http://example.test' } },
      'not-https',
    ],
    ['privacyUrl', { imprint: { ...GOOD.imprint, privacyUrl: 'javascript:1' } }, 'not-https'],
    ['intro', { texts: { de: { intro: 'x'.repeat(301), farewell: null } } }, 'too-long'],
    ['light.accent', { light: { ...LIGHT, accent: 'red' } }, 'not-a-colour'],
    ['dark.ground', { dark: { ...DARK, ground: '#fff;}button{display:none}' } }, 'not-a-colour'],
    ['light', { light: DARK }, 'scheme-inverted'],
  ] as const)('is refused for its %s', (field, change, refused) => {
    expect(refuseBrand({ ...GOOD, ...change })).toEqual({ refused, field });
  });

  it('is refused for words that make one feel guilty, in the language that they are in (C9)', () => {
    const texts = { de: { intro: null, farewell: 'Das ist schade.' } };
    expect(refuseBrand({ ...GOOD, texts })).toEqual({
      refused: 'guilt-tripping',
      field: 'farewell',
      word: 'schade',
    });
    expect(refuseBrand({ ...GOOD, texts: { en: texts.de } })).toBeNull();
  });

  it('is told of every pair that is too faint at once', () => {
    const brand = {
      ...GOOD,
      light: { ...LIGHT, onAccent: '#7a3df0' },
      dark: { ...DARK, text: '#2b1c48' },
    };
    const refusal = refuseBrand(brand);
    expect(refusal).toMatchObject({ refused: 'contrast-too-low' });
    const { failures } = refusal as Extract<typeof refusal, { failures: unknown }>;
    expect(failures.map(({ scheme, front, behind }) => `${scheme} ${front} on ${behind}`)).toEqual([
      'light onAccent on accent',
      'dark text on ground',
      'dark text on surface',
    ]);
  });
});
