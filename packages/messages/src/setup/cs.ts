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
    country: 'Země určuje, jaké právo platí.',
    timeZone: 'Má-li země více pásem, vyberte jedno.',
    senderName: 'Zobrazuje se vedle adresy. Prázdné pole: jméno účtu.',
    senderAddress: 'Z této adresy budou zprávy odcházet.',
    memberAddress: 'E-mailem dostanete přihlašovací odkaz.',
  },
  rules: {
    MARKETING: 'Obchodní sdělení. Odhlášení platí okamžitě, jak to vyžaduje zákon.',
    SERVICE: 'Informace pro zaměstnance nebo členy. Odhlášení platí okamžitě.',
    SERVICE_REVIEW:
      'Informace pro zaměstnance nebo členy. Každou žádost o odhlášení nejprve někdo posoudí, nejdéle týden. Pokud nikdo nerozhodne, odhlášení platí.',
    SERVICE_REVIEW_OR_STAY:
      'Informace pro zaměstnance nebo členy. Každou žádost o odhlášení nejprve někdo posoudí, nejdéle týden. Pokud nikdo nerozhodne, odběr trvá a žadatel se to dozví.',
  },
  firstBook: 'Novinky',
  noCountry: 'Žádná: pravidla EU',
  zoneOfCountry: 'Podle země',
  keys: 'Klíče API',
  key: 'Vytvořit klíč pro rozesílání kampaní (role CAMPAIGNER)',
  adminKey: 'Vytvořit také klíč, který smí všechno (role ADMIN)',
  button: 'Začít',
  nothingMade: 'Zatím nebylo nic vytvořeno. Zkontrolujte prosím označená pole.',
  needed: '(povinné)',
  missing: 'Vyplňte prosím toto pole.',
  wrong: 'Toto nelze použít. Zkontrolujte to prosím.',
  wrongOf: {
    timeZone: 'Tato země má více časových pásem. Vyberte prosím jedno.',
    senderAddress: 'Je potřeba e-mailová adresa, například jmeno@example.com.',
    memberAddress: 'Je potřeba e-mailová adresa, například jmeno@example.com.',
  },
  ready: 'Adieu je připraveno',
  mailed: (address) => `Přihlašovací odkaz je na cestě na adresu ${address}.`,
  keyOnce: 'Váš klíč API pro kampaně. Uložte si ho hned: znovu se už nezobrazí.',
  adminKeyOnce: 'Váš klíč správce, který smí všechno. Uložte si ho hned: znovu se už nezobrazí.',
  bookId: 'Váš první adresář',
  next: 'Teď pošlete první kampaň sami sobě. Vkládejte řádky jeden po druhém do terminálu, ve složce Adieu:',
  nextWithoutKey:
    'Teď přidejte první kontakt. Vkládejte řádky jeden po druhém do terminálu, ve složce Adieu:',
  begun: 'Adieu už je nastaveno',
  begunNote: 'Tento odkaz už byl použit a nic neotevře.',
  signIn: 'Přihlásit se',
};
