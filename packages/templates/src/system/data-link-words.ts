import type { Language } from '@adieu/domain';

const en = {
  subject: (organisation: string) => `Your data at ${organisation}`,
  asked: (organisation: string) =>
    `Somebody, presumably you, asked what ${organisation} keeps about this address.`,
  open: 'On this page you can look at it, take it with you, or have it erased:',
  button: 'To my data',
  until: (when: string) => `The link works until ${when}. Do not pass it on.`,
  otherwise: 'If it was not you, do nothing: nobody has seen anything and nothing changes.',
};

type DataLinkWords = typeof en;

const sv: DataLinkWords = {
  subject: (organisation) => `Dina uppgifter hos ${organisation}`,
  asked: (organisation) =>
    `Någon, förmodligen du, har frågat vad ${organisation} har sparat om den här adressen.`,
  open: 'På den här sidan kan du se uppgifterna, ta med dig dem eller få dem raderade:',
  button: 'Till mina uppgifter',
  until: (when) => `Länken fungerar till och med ${when}. Skicka den inte vidare.`,
  otherwise:
    'Om det inte var du behöver du inte göra något: ingen har sett något och inget ändras.',
};

const da: DataLinkWords = {
  subject: (organisation) => `Dine oplysninger hos ${organisation}`,
  asked: (organisation) =>
    `Nogen, formentlig dig, har spurgt, hvad ${organisation} gemmer om denne adresse.`,
  open: 'På denne side kan du se oplysningerne, tage dem med dig eller få dem slettet:',
  button: 'Til mine oplysninger',
  until: (when) => `Linket virker indtil ${when}. Send det ikke videre.`,
  otherwise:
    'Hvis det ikke var dig, skal du ikke gøre noget: Ingen har set noget, og intet ændres.',
};

const de: DataLinkWords = {
  subject: (organisation) => `Ihre Daten bei ${organisation}`,
  asked: (organisation) =>
    `Jemand, vermutlich Sie, hat gefragt, was ${organisation} zu dieser Adresse speichert.`,
  open: 'Auf dieser Seite können Sie die Daten ansehen, mitnehmen oder löschen lassen:',
  button: 'Zu meinen Daten',
  until: (when) => `Der Link gilt bis ${when}. Geben Sie ihn nicht weiter.`,
  otherwise:
    'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Niemand hat etwas gesehen, und nichts ändert sich.',
};

const cs: DataLinkWords = {
  subject: (organisation) => `Vaše údaje: ${organisation}`,
  asked: (organisation) =>
    `Někdo, nejspíš vy, se zeptal, co si ${organisation} uchovává o této adrese.`,
  open: 'Na této stránce si údaje můžete prohlédnout, vzít s sebou nebo nechat vymazat:',
  button: 'K mým údajům',
  until: (when) => `Odkaz platí do ${when}. Nikomu ho nepředávejte.`,
  otherwise: 'Pokud jste to nebyli vy, nemusíte dělat nic: nikdo nic neviděl a nic se nemění.',
};

export const DATA_LINK_WORDS: Readonly<Record<Language, DataLinkWords>> = { sv, cs, de, da, en };
