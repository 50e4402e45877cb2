import type { MemberMessages } from './en.ts';

export const cs: MemberMessages = {
  signIn: 'Přihlášení',
  signInNote: 'Pro členy organizace. Bez hesla: přihlásíte se odkazem v e-mailu.',
  sendLink: 'Poslat e-mail',
  tooMany: 'Odtud už bylo vyžádáno příliš mnoho e-mailů. Zkuste to znovu za hodinu.',
  askedNote: 'Pokud adresa patří některému členovi, je na cestě e-mail s odkazem. Platí 15 minut.',
  endedNote:
    'Nic se nezměnilo. Takové odkazy platí jednou, nebo nejvýš několik dní; požádejte o nový.',
  enter: (organisation) => `Přihlášení: ${organisation}`,
  enterNote: (name) => `Přihlašujete se jako ${name}.`,
  enterButton: 'Přihlásit se',
  signedOut: 'Ze stránky jste se odhlásili',
  signedOutNote: 'Z tohoto prohlížeče se bez nového přihlášení nikdo dovnitř nedostane.',
  signInBy: (provider) => `Přihlásit se přes ${provider}`,
  unknownTo: (provider) =>
    `Váš účet (${provider}) nepatří žádnému zdejšímu členovi. Kdo zve členy, potřebuje e-mailovou adresu tohoto účtu.`,
  failedAt: (provider) => `Přihlášení přes ${provider} se nepodařilo. Zkuste to prosím znovu.`,

  invited: (organisation) => `Staňte se členem: ${organisation}`,
  invitedBy: (inviter, name) => `${name}, tuto pozvánku vám posílá ${inviter}.`,
  invitedNote:
    'Jako člen se přihlašujete touto e-mailovou adresou. Co smíte dělat, uvidíte na stránce.',
  invitedUntil: (when) => `Pozvánku můžete přijmout do ${when}.`,
  accept: 'Přijmout pozvánku',
  invitationEnded: 'Tato pozvánka už neplatí',
  invitationEndedNote:
    'Už byla přijata, zrušena, nahrazena novější, nebo je starší než sedm dní. Pokud jste ji přijali, přihlaste se; jinak požádejte o novou.',

  signedInAt: (organisation) => `Jste přihlášeni: ${organisation}.`,
  roles: 'Vaše role',
  noRoles: 'Právě nemáte žádnou roli.',
  roleOf: {
    ADMIN: 'Správce: smí všechno',
    REVIEWER: 'Posuzovatel: rozhoduje o žádostech o odhlášení',
    CAMPAIGNER: 'Autor kampaní: připravuje a rozesílá kampaně',
    AUDITOR: 'Auditor: vidí všechno, nic nemění',
  },
  everyAccount: 'všechny účty',
  review: 'Žádosti o odhlášení',
  waiting: {
    one: '# žádost čeká na rozhodnutí.',
    few: '# žádosti čekají na rozhodnutí.',
    many: '# žádosti čeká na rozhodnutí.',
    other: '# žádostí čeká na rozhodnutí.',
  },
  noneWaiting: 'Na rozhodnutí nic nečeká.',
  toReview: 'K žádostem',
  sessions: 'Kde jste přihlášeni',
  thisBrowser: 'tento prohlížeč',
  otherBrowser: 'neznámý prohlížeč',
  since: (when, seen) => `Přihlášení ${when}, naposledy použito ${seen}.`,
  until: (when) => `Skončí nejpozději ${when}.`,
  endSession: 'Ukončit',
  endSessionOf: (browser) => `Ukončit: ${browser}`,
  endOthers: 'Ukončit všechna ostatní přihlášení',
  signOut: 'Odhlásit se ze stránky',
};
