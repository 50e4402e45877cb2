import type { Language } from '../words.ts';

export interface ProofWords {
  readonly title: string;
  readonly about: string;
  readonly id: string;
  readonly organisation: string;
  readonly account: string;
  readonly address: string;
  readonly channel: string;
  readonly scope: string;
  readonly declaration: string;
  readonly declarationVersion: string;
  readonly language: string;
  readonly requested: string;
  readonly confirmed: string;
  readonly at: string;
  readonly formUrl: string;
  readonly origin: string;
  readonly userAgent: string;
  readonly mail: string;
  readonly messageId: string;
  readonly unknown: string;
  readonly check: string;
}

/** A word changed here changes the hash of documents: raise DOCUMENT_VERSION and keep the words of the version before. */
export const PROOF_WORDS: Readonly<Record<Language, ProofWords>> = {
  en: {
    title: 'Proof of consent',
    about: 'Both steps of a double opt-in, as they were recorded.',
    id: 'Number of this proof',
    organisation: 'Organisation',
    account: 'Sender',
    address: 'Address',
    channel: 'Channel',
    scope: 'Subject of the consent',
    declaration: 'Text that was agreed to',
    declarationVersion: 'Version of the text',
    language: 'Language',
    requested: '1. Request',
    confirmed: '2. Confirmation by the link in the mail',
    at: 'Time (UTC)',
    formUrl: 'Form',
    origin: 'IP address',
    userAgent: 'Browser',
    mail: 'Confirmation mail',
    messageId: 'Message-ID',
    unknown: 'not recorded',
    check: 'The SHA-256 of this file is kept with the consent and sealed in the ledger.',
  },
  sv: {
    title: 'Bevis på samtycke',
    about: 'Båda stegen i en dubbel opt-in, så som de registrerades.',
    id: 'Bevisets nummer',
    organisation: 'Organisation',
    account: 'Avsändare',
    address: 'Adress',
    channel: 'Kanal',
    scope: 'Vad samtycket gäller',
    declaration: 'Text som godkändes',
    declarationVersion: 'Textens version',
    language: 'Språk',
    requested: '1. Begäran',
    confirmed: '2. Bekräftelse med länken i mejlet',
    at: 'Tid (UTC)',
    formUrl: 'Formulär',
    origin: 'IP-adress',
    userAgent: 'Webbläsare',
    mail: 'Bekräftelsemejl',
    messageId: 'Message-ID',
    unknown: 'inte registrerat',
    check: 'Filens SHA-256 sparas med samtycket och är förseglad i liggaren.',
  },
  da: {
    title: 'Bevis for samtykke',
    about: 'Begge trin i en dobbelt opt-in, som de blev registreret.',
    id: 'Bevisets nummer',
    organisation: 'Organisation',
    account: 'Afsender',
    address: 'Adresse',
    channel: 'Kanal',
    scope: 'Hvad samtykket gælder',
    declaration: 'Tekst, der blev accepteret',
    declarationVersion: 'Tekstens version',
    language: 'Sprog',
    requested: '1. Anmodning',
    confirmed: '2. Bekræftelse med linket i mailen',
    at: 'Tidspunkt (UTC)',
    formUrl: 'Formular',
    origin: 'IP-adresse',
    userAgent: 'Browser',
    mail: 'Bekræftelsesmail',
    messageId: 'Message-ID',
    unknown: 'ikke registreret',
    check: 'Filens SHA-256 opbevares med samtykket og er forseglet i journalen.',
  },
  de: {
    title: 'Nachweis der Einwilligung',
    about: 'Beide Schritte eines Double-Opt-ins, wie sie aufgezeichnet wurden.',
    id: 'Nummer des Nachweises',
    organisation: 'Organisation',
    account: 'Absender',
    address: 'Adresse',
    channel: 'Kanal',
    scope: 'Gegenstand der Einwilligung',
    declaration: 'Text, dem zugestimmt wurde',
    declarationVersion: 'Fassung des Textes',
    language: 'Sprache',
    requested: '1. Anforderung',
    confirmed: '2. Bestätigung über den Link in der Mail',
    at: 'Zeitpunkt (UTC)',
    formUrl: 'Formular',
    origin: 'IP-Adresse',
    userAgent: 'Browser',
    mail: 'Bestätigungsmail',
    messageId: 'Message-ID',
    unknown: 'nicht aufgezeichnet',
    check:
      'Der SHA-256 dieser Datei ist mit der Einwilligung gespeichert und im Journal versiegelt.',
  },
  cs: {
    title: 'Doklad o souhlasu',
    about: 'Oba kroky dvojitého potvrzení, jak byly zaznamenány.',
    id: 'Číslo dokladu',
    organisation: 'Organizace',
    account: 'Odesílatel',
    address: 'Adresa',
    channel: 'Kanál',
    scope: 'Předmět souhlasu',
    declaration: 'Text, se kterým byl vysloven souhlas',
    declarationVersion: 'Verze textu',
    language: 'Jazyk',
    requested: '1. Žádost',
    confirmed: '2. Potvrzení odkazem v e-mailu',
    at: 'Čas (UTC)',
    formUrl: 'Formulář',
    origin: 'IP adresa',
    userAgent: 'Prohlížeč',
    mail: 'Potvrzovací e-mail',
    messageId: 'Message-ID',
    unknown: 'nezaznamenáno',
    check: 'SHA-256 tohoto souboru je uložen se souhlasem a zapečetěn v záznamu událostí.',
  },
};
