import type { PageMessages } from './en.ts';

export const cs: PageMessages = {
  unsubscribe: 'Odhlásit odběr',
  address: 'Adresa',
  number: 'Číslo',
  forwarded: 'Není to vaše adresa? Pak vám byl e-mail přeposlán a nemusíte nic dělat.',
  forwardedSms: 'Není to vaše číslo? Pak vám byla zpráva přeposlána a nemusíte nic dělat.',
  quote: (name) => `„${name}“`,
  allMarketing: (sender) => `Všechna obchodní sdělení odesílatele ${sender}`,
  channels: { EMAIL: 'e-mailem', SMS: 'SMS zprávami' },
  byChannels: (what, channels) => `${what}, ${channels}`,

  leaveAll: (sender) => `Odhlásit všechna obchodní sdělení odesílatele ${sender}`,
  leaveAllNote:
    'Platí okamžitě. Bez přihlašování, bez dalších otázek a bez e-mailu na rozloučenou.',
  leaveAllNoteBySms: 'Platí okamžitě. Bez přihlašování a bez dalších otázek.',
  settings: 'Nebo změnit nastavení',
  topics: 'Dostáváte zprávy k těmto tématům. Zrušte zaškrtnutí u těch, která už nechcete.',
  topicsRest:
    'Zprávy k těmto tématům teď nedostáváte, protože už neodebíráte seznamy, ke kterým patří. Zrušte zaškrtnutí u těch, která nebudete chtít, pokud se vrátíte.',
  topicsOff: 'Už nedostáváte:',
  topicOffSince: (name, when) => `${name}, od ${when}`,
  saveTopics: 'Uložit nastavení',
  howOften: 'Jak často?',
  frequencies: {
    EVERY: 'Každou zprávu',
    DAILY: 'Nejvýše jednu za den',
    WEEKLY: 'Nejvýše jednu za týden',
    MONTHLY: 'Nejvýše jednu za 30 dní',
  },
  pauseUntil: 'Žádná obchodní sdělení před tímto dnem',
  pauseNote: 'Nechte prázdné, pokud zprávy pozastavit nechcete. Pozastavení skončí automaticky.',
  pausedUntil: (when) => `Do ${when} vám obchodní sdělení nebudou chodit.`,
  language: 'Jazyk',
  topicAgain: (name) => `Dostávat znovu „${name}“`,
  topicAgainNote: 'Téma začne znovu chodit, jakmile potvrdíte e-mail, který přijde na tuto adresu.',
  leaveOnly: (name) => `Odhlásit jen „${name}“`,
  bookGoesOn: (name) =>
    `Zprávy ze seznamu „${name}“, které nepatří k žádnému tématu, budou chodit dál.`,
  leave: (name) => `Odhlásit „${name}“`,
  pausedAtOnce: 'Zprávy se okamžitě pozastaví: z tohoto seznamu vám už nic nepřijde.',
  reviewFollows: (organisation) =>
    `Pokud organizace ${organisation} odhlášení z tohoto seznamu posuzuje, na další stránce najdete, jak dlouho to může trvat.`,
  transactional:
    'Tato zpráva se týkala něčeho, co jste sami udělali, například objednávky nebo přihlášení. Takové zprávy budou chodit dál. Zde můžete odhlásit všechna obchodní sdělení.',
  exempt: (list: string, organisation: string) =>
    `„${list}“ jsou informace, které vám ${organisation} musí mít možnost posílat, a proto jejich odběr nelze odhlásit. Zde můžete odhlásit všechna obchodní sdělení.`,

  left: 'Odběr byl zrušen',
  alreadyLeft: 'Odběr už byl zrušen',
  paused: 'Zprávy jsou pozastaveny',
  what: 'Co',
  since: 'Od',
  how: 'Jak',
  mailing: 'Rozesílka',
  methods: {
    ONE_CLICK: 'tlačítkem pro odhlášení v poštovním programu',
    LINK: 'na této stránce',
    MAILTO: 'e-mailem na odhlašovací adresu',
    MAIL_REPLY: 'odpovědí na e-mail',
    SMS_KEYWORD: 'SMS zprávou',
    SMS_LINK: 'odkazem v SMS zprávě',
    SPAM_REPORT: 'označením e-mailu jako spam',
    API: 'prostřednictvím jiné služby odesílatele',
    MANUAL: 'záznamem pracovníka odesílatele',
    FILTER: 'prostřednictvím poštovního filtru',
    IMPORT: 'převzato z dřívějšího seznamu',
    PROVIDER: 'oznámením poskytovatele e-mailu nebo SMS',
  },
  noneInFlight: 'Žádná zpráva už k vám není na cestě. Nic dalšího nemusíte dělat.',
  inFlight: 'Tyto zprávy se právě předávaly a ještě mohou dorazit:',
  inFlightUntil: (name, when) => `„${name}“, nejpozději ${when}`,
  mailUntil: (when) => `Zpráva, nejpozději ${when}`,
  decides: (organisation, when) =>
    `Organizace ${organisation} může do ${when} rozhodnout, zda bude odhlášení trvalé. Do té doby vám z tohoto seznamu nic nepřijde.`,
  elseLeft: 'Pokud do té doby nikdo nerozhodne, bude odhlášení trvalé.',
  elseReverted:
    'Pokud do té doby nikdo nerozhodne, pozastavení skončí, zprávy začnou znovu chodit a dáme vám vědět e-mailem.',
  elseRevertedBySms:
    'Pokud do té doby nikdo nerozhodne, pozastavení skončí a zprávy začnou znovu chodit.',
  declined: (organisation, when) =>
    `Organizace ${organisation} vaši žádost (${when}) zamítla; důvod najdete v e-mailu, který jste dostali. Můžete požádat znovu.`,
  declinedBySms: (organisation, when) =>
    `Organizace ${organisation} vaši žádost (${when}) zamítla. Můžete požádat znovu.`,
  undeliverable: (when, organisation) =>
    `E-maily na tuto adresu se vracely, a proto se na ni od ${when} nic neposílá. Pokud schránka znovu funguje, odpovězte na některý z nich, nebo se obraťte na odesílatele: ${organisation}.`,
  reverted: (when) =>
    `O vaší žádosti (${when}) nikdo včas nerozhodl, a pozastavení proto skončilo. Můžete požádat znovu.`,

  why: 'Řeknete nám proč?',
  whyNote: 'Odhlášení už platí a odpověď na něm nic nezmění. Stránku můžete klidně zavřít.',
  addWords: 'Chcete něco dodat?',
  addWordsNote: (organisation) =>
    `Přečte si to ten, kdo u organizace ${organisation} rozhoduje. Nemusíte nic psát: zprávy jsou pozastavené tak jako tak.`,
  reasons: {
    TOO_MANY: 'Příliš mnoho zpráv',
    NOT_RELEVANT: 'Nejsou pro mě relevantní',
    NEVER_ASKED: 'Jsou nevyžádané',
    OTHER_ADDRESS: 'Chodí mi na jinou adresu',
    NO_LONGER_CUSTOMER: 'Vaše služby už nevyužívám',
  },
  ownWords: 'Vlastními slovy',
  giveReason: 'Odeslat',
  reasonGiven: 'Děkujeme, poznamenali jsme si to.',
  noReasonGiven: 'Nic se neodeslalo. Vyberte důvod nebo něco napište.',

  saved: 'Uloženo',
  outdated:
    'Stránka už nebyla aktuální, a proto se nic neuložilo. Toto je současný stav. Vyberte prosím znovu.',

  mistake: 'Byl to omyl?',
  mistakeNote: (address) =>
    `Toto tlačítko jen pošle jeden e-mail s odkazem na ${address}. Zprávy začnou znovu chodit, až to tam potvrdíte.`,
  mistakeNotePaused: (address) =>
    `Toto tlačítko jen pošle jeden e-mail s odkazem na ${address}. Jakmile to tam potvrdíte, zprávy začnou znovu chodit, aniž by se čekalo na rozhodnutí.`,
  mistakeNoteBySms: (word, number, list) =>
    `Chcete znovu dostávat „${list}“ v SMS zprávách? Pošlete ze svého telefonu ${word} na číslo ${number}. Potom to potvrdíte druhým slovem. Do té doby se nic nezmění.`,
  askReturn: 'Poslat odkaz k potvrzení',
  returnAsked: 'Podívejte se do e-mailové schránky',
  returnAskedNote: (address) =>
    `Pokud je to možné, poslali jsme odkaz na ${address}. Otevřete ho a potvrďte. Do té doby se nic nezmění.`,
  returnNotThere:
    'Ani po deseti minutách nic nepřišlo? Podívejte se do spamu a pak to zkuste ještě jednou.',

  confirmTitle: 'Potvrďte prosím',
  confirmIntro: (what) => `Někdo požádal, aby na tuto adresu chodilo: ${what}.`,
  confirmButton: 'Ano, souhlasím',
  notYou: (when) =>
    `Nebyli jste to vy? Pak nemusíte nic dělat. Bez tohoto potvrzení se nic nezmění a platnost odkazu skončí ${when}.`,
  confirmed: 'Potvrzeno',
  confirmedAt: 'Potvrzeno',
  confirmedNote: 'Odběr můžete kdykoli odhlásit odkazem v každé zprávě.',
  stillOff: 'Co jste odhlásili dříve, zůstává odhlášené:',
  allOtherMarketing: (sender) => `Všechna ostatní obchodní sdělení odesílatele ${sender}`,
  expired: 'Odkaz už neplatí',
  superseded: 'Platí pozdější volba',
  leftAgainNote: (confirmed, left) =>
    `Potvrdili jste to ${confirmed}. Dne ${left} jste požádali o odhlášení. Platí pozdější volba: na tuto adresu nic z toho neposíláme.`,
  supersededNote:
    'Po vyžádání tohoto odkazu přišla žádost o odhlášení této adresy. Platí pozdější volba, a proto už tento odkaz nic nezmění.',
  noLongerSent: (name) => `„${name}“ se už neposílá`,
  noLongerSentNote: 'Odesílatel rozesílání ukončil, a proto tento odkaz nic nezmění.',
  newLinkNote: (address) =>
    `Toto tlačítko jen pošle e-mail s novým odkazem na ${address}. Nic se nezmění, dokud to tam nepotvrdíte.`,
  newLink: 'Poslat mi nový odkaz',

  yourData: 'Vaše údaje',
  yourDataNote:
    'Tlačítko pošle jeden e-mail s krátkodobým odkazem na tuto adresu. S ním uvidíte, co je uloženo, můžete si to stáhnout nebo nechat vymazat.',
  yourDataBySms: (organisation) =>
    `Chcete-li vědět, co je uloženo o vašem čísle, nebo to nechat vymazat, obraťte se na organizaci ${organisation}.`,
  askForData: 'Poslat mi odkaz',
  dataAsked: 'Podívejte se do e-mailové schránky',
  dataAskedNote: (address) =>
    `Pokud je to možné, poslali jsme e-mail s odkazem na vaše údaje na ${address}. Odkaz platí jeden den.`,
  objection:
    'Máte právo kdykoli a bez udání důvodu vznést námitku proti přímému marketingu (GDPR čl. 21 odst. 2).',
  objectionHere: 'První tlačítko na této stránce dělá právě to.',
  dataTitle: 'Vaše údaje',
  dataIntro: (organisation) => `Toto si ${organisation} uchovává o vaší adrese:`,
  inBooks: 'Seznamy',
  messagesCount: 'Zprávy',
  wishes: 'Žádosti o odhlášení',
  consents: 'Doklady o souhlasu',
  download: 'Stáhnout vše (JSON)',
  erase: 'Vymazat mé údaje',
  eraseNote:
    'Vaše adresa, jméno a vše ostatní o vás bude vymazáno. Zůstanou dvě věci: kód vytvořený z adresy, díky kterému zůstane odhlášené, co jste odhlásili, a doklady o souhlasu, které vyžaduje zákon a v nichž je i adresa.',
  eraseLeavesAll: (organisation) =>
    `Už dříve jste se z něčeho odhlásili. Výmazem údajů proto skončí všechna obchodní sdělení odesílatele ${organisation}, i kdyby vás některý seznam znovu uvedl.`,
  eraseLeavesNothing: (organisation) =>
    `Z ničeho jste se neodhlásili. Pokud budou vymazány jen vaše údaje, může vám ${organisation} psát znovu, jakmile vás některý seznam opět uvede. Pokud to nechcete, odhlaste zároveň všechna obchodní sdělení.`,
  leaveAndErase: 'Odhlásit všechna obchodní sdělení a vymazat mé údaje',
  eraseOnly: 'Jen vymazat mé údaje',
  erased: 'Vymazáno',
  erasedAndLeft: (organisation) =>
    `Vaše údaje byly vymazány. Od odesílatele ${organisation} už nedostanete žádná obchodní sdělení, i kdyby vás některý seznam znovu uvedl.`,
  erasedAlone: (organisation) =>
    `Vaše údaje byly vymazány. Z ničeho jste se neodhlásili: pokud vás některý seznam znovu uvede, může vám ${organisation} psát.`,

  yourAddress: 'Vaše e-mailová adresa',
  notAnAddress: 'Toto není e-mailová adresa. Napište ji například jako jmeno@example.com.',
  leaveEmpty: 'Toto nechte prázdné',
  signUpButton: 'Přihlásit k odběru',
  signUpNote:
    'Tlačítko jen pošle na tuto adresu jeden e-mail s odkazem. Zprávy začnou chodit až poté, co to tam potvrdíte.',
  signUpOutdated: 'Stránka už nebyla aktuální. Odešlete prosím formulář ještě jednou.',
  signUpAskedNote:
    'Pokud se na tuto adresu smí posílat, je na cestě e-mail s odkazem. Otevřete odkaz a potvrďte. Do té doby se nic nezmění.',

  imprint: 'O odesílateli',
  privacyPolicy: 'Zásady ochrany osobních údajů',

  notFound: 'Odkaz nefunguje',
  notFoundNote:
    'Možná není úplný. Otevřete ho prosím znovu ze zprávy nebo použijte tlačítko pro odhlášení ve svém poštovním programu.',
  linkGoneNote:
    'Možná není úplný nebo jeho platnost skončila. O nový odkaz můžete požádat tam, kde jste požádali o tento.',
  formGoneNote: 'Tento formulář už neexistuje, nebo se jeho adresa cestou zkrátila.',
  notFoundUnchanged: 'Nic se nezměnilo.',
  unavailable: 'Stránku teď nelze zobrazit',
  unavailableNote:
    'Nic se nezměnilo a nic se neztratilo. Zkuste to prosím za minutu znovu: odkaz platí dál.',
  unsure: 'Zatím nepotvrzeno',
  unsureNote:
    'Nepodařilo se ověřit, zda se vaše volba uložila. Odešlete ji prosím znovu; dvojí odeslání ničemu nevadí.',
  sendAgain: 'Odeslat znovu',
};
