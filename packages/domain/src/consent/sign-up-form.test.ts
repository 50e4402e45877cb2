import { describe, expect, it } from 'vitest';
import { frameAncestors, refuseForm, type SignUpFormText } from './sign-up-form.ts';

const FORM: SignUpFormText = {
  title: 'Newsletter',
  declaration: 'I want the newsletter.',
  languages: ['sv', 'en'],
  origins: ['https://shop.example.test', 'https://xn--kva-tla.example.test:8443'],
  redirectUrl: 'https://shop.example.test/thanks?from=form',
};
const SHOP = 'https://shop.example.test';

describe('a sign-up form', () => {
  it.each<[Partial<SignUpFormText>, ReturnType<typeof refuseForm>]>([
    [{}, null],
    [{ origins: [], redirectUrl: null }, null],
    [{ title: ' ' }, 'title-wrong'],
    [{ title: 'x'.repeat(201) }, 'title-wrong'],
    [{ title: 'two\nlines' }, 'title-wrong'],
    [{ declaration: '\n' }, 'declaration-missing'],
    [{ declaration: 'x'.repeat(10_001) }, 'declaration-too-long'],
    [{ languages: [] }, 'language-wrong'],
    [{ languages: ['xx'] }, 'language-wrong'],
    [{ languages: ['sv', 'sv'] }, 'language-wrong'],
    [{ languages: ['sv', 'cs', 'de', 'da', 'en', 'sv'] }, 'too-many-languages'],
    [{ origins: Array.from({ length: 21 }, (_, n) => `https://a${n}.test`) }, 'too-many-origins'],
    [{ redirectUrl: SHOP }, null],
    [{ redirectUrl: `${SHOP}.evil.test/` }, 'redirect-wrong'],
    [{ redirectUrl: `${SHOP}@evil.test/` }, 'redirect-wrong'],
    [{ redirectUrl: `${SHOP}:444/` }, 'redirect-wrong'],
    [{ redirectUrl: `${SHOP}/a\r\nSet-Cookie: b` }, 'redirect-wrong'],
    [{ redirectUrl: 'http://shop.example.test/' }, 'redirect-wrong'],
    [{ redirectUrl: 'javascript:alert(1)' }, 'redirect-wrong'],
    [{ redirectUrl: `${SHOP}/`, origins: [] }, 'redirect-wrong'],
  ])('with %o: %s', (change, refusal) => {
    expect(refuseForm({ ...FORM, ...change })).toBe(refusal);
  });

  it.each([
    'http://shop.example.test',
    'https://*.example.test',
    '*',
    'https:',
    'https://shop.example.test/',
    'https://Shop.example.test',
    "https://shop.example.test; script-src 'unsafe-inline'",
    'https://a.test https://b.test',
    'https://user@shop.example.test',
    'https://-shop.example.test',
    'https://a..test',
  ])('may not stand in frames of %s', (origin) => {
    expect(refuseForm({ ...FORM, origins: [origin], redirectUrl: null })).toBe('origin-wrong');
  });

  it('stands in frames of its own origins alone', () => {
    expect(frameAncestors([])).toBe("'none'");
    expect(frameAncestors(FORM.origins)).toBe(
      'https://shop.example.test https://xn--kva-tla.example.test:8443',
    );
  });
});
