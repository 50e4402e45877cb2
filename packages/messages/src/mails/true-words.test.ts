import { LANGUAGES } from '@adieu/domain';
import { expect, it } from 'vitest';
import { PAGE_MESSAGES } from '../pages/index.ts';
import { MAIL_MESSAGES } from './index.ts';

const NOTHING_CHANGES = {
  en: /without this confirmation nothing changes/i,
  sv: /utan din bekräftelse ändras inget/i,
  cs: /bez tohoto potvrzení se nic nezmění/i,
  de: /ohne diese bestätigung ändert sich nichts/i,
  da: /uden denne bekræftelse ændres intet/i,
};
const TO_LEAVE = {
  en: /unsubscribe/,
  sv: /avregistrera dig/,
  cs: /odhlášení/,
  de: /abmelden/,
  da: /afmelde dig/,
};

it.each(LANGUAGES)(
  'the confirmation mail promises in %s what its page does, and not that nothing else is sent',
  (language) => {
    expect(PAGE_MESSAGES[language].notYou('x')).toMatch(NOTHING_CHANGES[language]);
    expect(MAIL_MESSAGES[language].doubleOptIn.otherwise).toMatch(NOTHING_CHANGES[language]);
  },
);

it.each(LANGUAGES)('a decision’s mail names in %s what can be asked for again', (language) => {
  const { askAgain, askAgainHere } = MAIL_MESSAGES[language].decision;
  expect(askAgain).toMatch(TO_LEAVE[language]);
  expect(askAgainHere).toMatch(TO_LEAVE[language]);
});
