import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { consentDeclaration } from './declaration.ts';
import { wantedText } from './wanted.ts';

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
    const text = consentDeclaration(language, 'Nordlys', { kind: 'TOPIC', name: 'Events' });
    expect(text).toContain('Nordlys');
    expect(text).toContain('Events');
    expect(text).toMatch(WITHDRAWN[language]);
  });

  it.each(['ACCOUNT', 'ORGANISATION'] as const)(
    'does not say that a sender sends itself (%s)',
    (kind) => {
      const text = consentDeclaration(language, 'Nordlys', { kind, name: 'Nordlys Shop' });
      expect(text.split('Nordlys')).toHaveLength(2);
      expect(text).not.toMatch(/[“”„»]/);
      expect(text).toMatch(WITHDRAWN[language]);
    },
  );
});

describe.each(LANGUAGES)('what a confirmation is about, in %s', (language) => {
  it('names a book or a topic beside its sender, and of all marketing the sender alone', () => {
    const text = (kind: 'BOOK' | 'ACCOUNT', name: string) =>
      wantedText(language, { kind, name }, 'Nordlys Shop');
    expect(text('BOOK', 'Newsletter')).toMatch(/Newsletter.*Nordlys Shop/);
    expect(text('ACCOUNT', 'Nordlys Shop').match(/Nordlys Shop/g)).toHaveLength(1);
  });
});
