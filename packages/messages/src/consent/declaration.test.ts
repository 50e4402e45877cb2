import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { consentDeclaration } from './declaration.ts';

/** G-6: that consent can be withdrawn, at any time, in the words of each declaration. */
const WITHDRAWN = {
  en: /withdraw this consent at any time/,
  sv: /när som helst ta tillbaka samtycket/,
  da: /når som helst trække samtykket tilbage/,
  de: /Einwilligung kann ich jederzeit .* widerrufen/,
  cs: /souhlas mohu kdykoli odvolat/,
};

describe.each(LANGUAGES)('the declaration in %s', (language) => {
  it('names sender, scope and the way to withdraw (G-6)', () => {
    const text = consentDeclaration(language, 'Nordlys', 'Events');
    expect(text).toContain('Nordlys');
    expect(text).toContain('Events');
    expect(text).toMatch(WITHDRAWN[language]);
  });
});
