import { type Language, LANGUAGES } from '@adieu/domain';
import { expect, it } from 'vitest';
import { consentDeclaration, MAIL_MESSAGES, PAGE_MESSAGES, SMS_MESSAGES } from './index.ts';
import { wantedText } from './consent/wanted.ts';

const AGAIN: Readonly<Record<Language, RegExp>> = {
  en: /\bagain\b/i,
  sv: /\bigen\b|på nytt/i,
  da: /\bigen\b|på ny\b/i,
  de: /\bwieder\b|erneut/i,
  cs: /znovu|opět/i,
};

it.each(LANGUAGES)(
  'who signs up for the first time reads nowhere in %s that they come “again”',
  (language) => {
    const page = PAGE_MESSAGES[language];
    const { subject, asked, until, ...mail } = MAIL_MESSAGES[language].doubleOptIn;
    const scope = { kind: 'BOOK', name: 'X' } as const;
    const read = [
      ...Object.values(mail),
      subject('X'),
      asked('X'),
      until('X'),
      consentDeclaration(language, 'Y', scope),
      wantedText(language, scope, 'Y'),
      page.signUpButton,
      page.signUpNote,
      page.signUpAskedNote,
      page.confirmTitle,
      page.confirmIntro('X'),
      page.confirmButton,
      page.notYou('X'),
      page.confirmed,
      page.confirmedNote,
      SMS_MESSAGES[language].joined('Y', 'X', 'STOP'),
    ];
    expect(read.filter((text) => AGAIN[language].test(text))).toEqual([]);
  },
);
