import type { Language } from '@adieu/domain';
import type { Forms } from './plural.ts';

/** The words of the mail that gathers what somebody did not want one by one. `#` is the number. */
export interface HeldWords {
  readonly gathered: Forms;
  readonly why: (account: string) => string;
  readonly read: string;
  readonly change: string;
}

export const HELD_WORDS: Readonly<Record<Language, HeldWords>> = {
  en: {
    gathered: { one: '# message in one mail', other: '# messages in one mail' },
    why: (account) =>
      `You asked ${account} to write less often. Here is what came since the last mail, all in one.`,
    read: 'Read it all',
    change: 'The link at the top changes how often we write, and lets you leave.',
  },
  sv: {
    gathered: { one: '# meddelande i ett mejl', other: '# meddelanden i ett mejl' },
    why: (account) =>
      `Du har bett ${account} att skriva mer sällan. Här är det som har kommit sedan det förra mejlet, samlat i ett.`,
    read: 'Läs hela',
    change: 'Med länken högst upp ändrar du hur ofta vi skriver, eller lämnar.',
  },
  da: {
    gathered: { one: '# besked i én mail', other: '# beskeder i én mail' },
    why: (account) =>
      `Du har bedt ${account} om at skrive sjældnere. Her er det, der er kommet siden den sidste mail, samlet i én.`,
    read: 'Læs det hele',
    change: 'Med linket øverst ændrer du, hvor ofte vi skriver, eller melder dig fra.',
  },
  de: {
    gathered: { one: '# Nachricht in einer Mail', other: '# Nachrichten in einer Mail' },
    why: (account) =>
      `Sie haben ${account} gebeten, seltener zu schreiben. Hier ist, was seit der letzten Mail dazugekommen ist, in einer Mail.`,
    read: 'Ganz lesen',
    change: 'Über den Link ganz oben ändern Sie, wie oft wir schreiben, oder melden sich ab.',
  },
  cs: {
    gathered: {
      one: '# zpráva v jednom e-mailu',
      few: '# zprávy v jednom e-mailu',
      many: '# zprávy v jednom e-mailu',
      other: '# zpráv v jednom e-mailu',
    },
    why: (account) =>
      `Požádali jste o méně časté zprávy (${account}). Zde je vše, co přibylo od posledního e-mailu, v jednom.`,
    read: 'Přečíst celé',
    change: 'Odkazem úplně nahoře změníte, jak často píšeme, nebo se odhlásíte.',
  },
};
