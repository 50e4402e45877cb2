import type { Language } from '@adieu/domain';

/** The way out as an SMS says it: a few letters, and none that GSM-7 has not, so that it makes no text dearer than it is. */
interface SmsWayOutWords {
  answer(words: string): string;
  to(words: string, code: string): string;
  link(url: string): string;
}

export const SMS_WAY_OUT: Readonly<Record<Language, SmsWayOutWords>> = {
  sv: {
    answer: (words) => `Avsluta: svara ${words}`,
    to: (words, code) => `Avsluta: ${words} till ${code}`,
    link: (url) => `Avsluta: ${url}`,
  },
  cs: {
    answer: (words) => `Odhlasit: odpovezte ${words}`,
    to: (words, code) => `Odhlasit: ${words} na ${code}`,
    link: (url) => `Odhlasit: ${url}`,
  },
  de: {
    answer: (words) => `Abmelden: ${words} antworten`,
    to: (words, code) => `Abmelden: ${words} an ${code}`,
    link: (url) => `Abmelden: ${url}`,
  },
  da: {
    answer: (words) => `Afmeld: svar ${words}`,
    to: (words, code) => `Afmeld: ${words} til ${code}`,
    link: (url) => `Afmeld: ${url}`,
  },
  en: {
    answer: (words) => `Opt out: reply ${words}`,
    to: (words, code) => `Opt out: ${words} to ${code}`,
    link: (url) => `Opt out: ${url}`,
  },
};
