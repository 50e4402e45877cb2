import type { SetupMessages } from './en.ts';

export const cs: SetupMessages = {
  title: 'Nastavení Adieu',
  intro:
    'Zatím tu nic není. Tento formulář vytvoří vše, co je potřeba k první kampani. Všechno lze později změnit.',
  fields: {
    organisation: 'Organizace',
    account: 'První účet',
    country: 'Země',
    timeZone: 'Časové pásmo',
    language: 'Jazyk',
    senderName: 'Jméno odesílatele',
    senderAddress: 'Adresa odesílatele',
    book: 'První adresář',
    rule: 'K čemu adresář slouží',
    memberName: 'Vaše jméno',
    memberAddress: 'Vaše e-mailová adresa',
  },
  notes: {
    organisation: 'Jméno, pod kterým vás příjemci znají.',
    account: 'Prázdné pole: stejně jako organizace.',
    country:
      'Dvě písmena, například CZ nebo DE. Země určuje, jaké právo platí. Prázdné pole: pravidla EU.',
    timeZone: 'Například Europe/Prague. Prázdné pole: pásmo podle země.',
    senderName: 'Zobrazuje se vedle adresy. Prázdné pole: jméno účtu.',
    senderAddress: 'Z této adresy budou zprávy odcházet.',
    memberAddress: 'E-mailem dostanete odkaz, který vás pustí dovnitř.',
  },
  rules: {
    MARKETING: 'Marketing. Kdo se odhlásí, je ihned venku, jak to vyžaduje zákon.',
    SERVICE: 'Informace pro zaměstnance nebo členy. Kdo se odhlásí, je ihned venku.',
    SERVICE_REVIEW:
      'Informace pro zaměstnance nebo členy. Každé přání si nejprve někdo prohlédne, nejdéle týden. Bez odpovědi je dotyčný venku.',
    SERVICE_REVIEW_OR_STAY:
      'Informace pro zaměstnance nebo členy. Každé přání si nejprve někdo prohlédne, nejdéle týden. Bez odpovědi dotyčný zůstává a dozví se to.',
  },
  firstBook: 'Novinky',
  key: 'Vytvořit také klíč API pro odesílání z programů',
  button: 'Začít',
  wrong: 'Toto nelze použít. Podívejte se na to prosím znovu.',
  ready: 'Adieu je připraveno',
  mailed: (address) => `Odkaz, který vás pustí dovnitř, je na cestě na adresu ${address}.`,
  keyOnce: 'Váš klíč API. Uložte si ho hned: znovu se už nezobrazí.',
  bookId: 'Váš první adresář',
  next: 'Teď přidejte kontakty a pošlete první kampaň:',
  begun: 'Adieu už je nastaveno',
  begunNote: 'Tento odkaz splnil svůj účel a už nic neotevře.',
  signIn: 'Přihlásit se',
};
