import { describe, expect, it } from 'vitest';
import { readerLanguage } from './reader-language.ts';

function asking(acceptLanguage?: string): Request {
  return new Request('http://page.test/', {
    headers: acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage },
  });
}

describe('the language of a page (P-11)', () => {
  it.each([
    ['cs', 'de-DE,de;q=0.9', 'cs'],
    ['sv-FI', 'de', 'sv'],
    ['fi', 'da-DK,da;q=0.9,en;q=0.5', 'da'],
    [null, 'fr, cs;q=0.5, en;q=0.4', 'cs'],
    [null, 'de-AT', 'de'],
    [null, 'fr', 'en'],
    [null, '*', 'en'],
    [null, ';;;q=x,,', 'en'],
    [null, undefined, 'en'],
  ])('a recipient’s %s and a browser’s %s give %s', (recipient, browser, language) => {
    expect(readerLanguage(recipient, asking(browser))).toBe(language);
  });
});
