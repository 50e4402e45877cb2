import type { Language } from '@adieu/domain';

/** The words of the mails that Adieu itself sends. English is the pattern: a missing or surplus key is a type error. */
const en = {
  greeting: 'Hello,',
  confirmSubject: (scope: string, account: string) => `Please confirm: ${scope} from ${account}`,
  confirmAsked: (scope: string, organisation: string) =>
    `Somebody, presumably you, asked ${organisation} to send “${scope}” to this address.`,
  confirmDo: 'If it was you, open this page and press the button there:',
  confirmButton: 'To the confirmation page',
  confirmUntil: (when: string) => `The link works once, until ${when}.`,
  confirmWithdraw: 'You can withdraw your consent at any time by the link in every mail.',
  confirmElse: 'If it was not you, do nothing: nothing is sent and nothing changes.',
  declinedSubject: (scope: string) => `Your wish to leave “${scope}”: declined`,
  declined: (scope: string, when: string, organisation: string) =>
    `On ${when} you asked to leave “${scope}”. ${organisation} has declined this.`,
  declinedReason: 'The reason given:',
  revertedSubject: (scope: string) => `Your wish to leave “${scope}”: not decided`,
  reverted: (scope: string, when: string, organisation: string) =>
    `On ${when} you asked to leave “${scope}”. ${organisation} has not decided in time, so the pause of your address has ended.`,
  comesAgain: 'Messages of this list come to you again.',
  askAgain: 'You can ask again at any time, by the link in every message of this list.',
  askAgainHere: 'You can ask again at any time on this page:',
  askAgainButton: 'To the page',
};

export type SystemWords = typeof en;

const sv: SystemWords = {
  greeting: 'Hej!',
  confirmSubject: (scope, account) => `Bekräfta: ${scope} från ${account}`,
  confirmAsked: (scope, organisation) =>
    `Någon, förmodligen du, har bett ${organisation} att skicka ”${scope}” till den här adressen.`,
  confirmDo: 'Om det var du: öppna sidan och tryck på knappen där:',
  confirmButton: 'Till bekräftelsesidan',
  confirmUntil: (when) => `Länken fungerar en gång, till och med ${when}.`,
  confirmWithdraw: 'Du kan när som helst ta tillbaka ditt samtycke med länken i varje mejl.',
  confirmElse: 'Om det inte var du behöver du inte göra något: inget skickas och inget ändras.',
  declinedSubject: (scope) => `Din önskan att lämna ”${scope}”: avslagen`,
  declined: (scope, when, organisation) =>
    `Den ${when} bad du att få lämna ”${scope}”. ${organisation} har avslagit det.`,
  declinedReason: 'Skälet som angavs:',
  revertedSubject: (scope) => `Din önskan att lämna ”${scope}”: inget beslut`,
  reverted: (scope, when, organisation) =>
    `Den ${when} bad du att få lämna ”${scope}”. ${organisation} fattade inget beslut i tid, så pausen för din adress är slut.`,
  comesAgain: 'Meddelanden från listan kommer till dig igen.',
  askAgain: 'Du kan be om det igen när som helst, med länken i varje meddelande från listan.',
  askAgainHere: 'Du kan be om det igen när som helst på den här sidan:',
  askAgainButton: 'Till sidan',
};

const da: SystemWords = {
  greeting: 'Hej!',
  confirmSubject: (scope, account) => `Bekræft venligst: ${scope} fra ${account}`,
  confirmAsked: (scope, organisation) =>
    `Nogen, formentlig dig, har bedt ${organisation} om at sende „${scope}“ til denne adresse.`,
  confirmDo: 'Hvis det var dig, så åbn siden, og tryk på knappen dér:',
  confirmButton: 'Til bekræftelsessiden',
  confirmUntil: (when) => `Linket virker én gang, indtil ${when}.`,
  confirmWithdraw: 'Du kan når som helst trække dit samtykke tilbage med linket i hver mail.',
  confirmElse: 'Hvis det ikke var dig, skal du ikke gøre noget: Intet sendes, og intet ændres.',
  declinedSubject: (scope) => `Dit ønske om at forlade „${scope}“: afvist`,
  declined: (scope, when, organisation) =>
    `Den ${when} bad du om at forlade „${scope}“. ${organisation} har afvist det.`,
  declinedReason: 'Begrundelsen lyder:',
  revertedSubject: (scope) => `Dit ønske om at forlade „${scope}“: ikke afgjort`,
  reverted: (scope, when, organisation) =>
    `Den ${when} bad du om at forlade „${scope}“. ${organisation} nåede ikke at træffe en afgørelse, så pausen for din adresse er slut.`,
  comesAgain: 'Du får igen beskeder fra listen.',
  askAgain: 'Du kan bede om det igen når som helst med linket i hver besked fra listen.',
  askAgainHere: 'Du kan bede om det igen når som helst på denne side:',
  askAgainButton: 'Til siden',
};

const de: SystemWords = {
  greeting: 'Guten Tag,',
  confirmSubject: (scope, account) => `Bitte bestätigen: ${scope} von ${account}`,
  confirmAsked: (scope, organisation) =>
    `Jemand, vermutlich Sie, hat ${organisation} gebeten, „${scope}“ an diese Adresse zu senden.`,
  confirmDo: 'Wenn Sie das waren, öffnen Sie diese Seite und drücken Sie dort den Knopf:',
  confirmButton: 'Zur Bestätigungsseite',
  confirmUntil: (when) => `Der Link gilt einmal, bis ${when}.`,
  confirmWithdraw: 'Ihre Einwilligung können Sie jederzeit über den Link in jeder Mail widerrufen.',
  confirmElse:
    'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Es wird nichts gesendet und nichts geändert.',
  declinedSubject: (scope) => `Ihre Abmeldung von „${scope}“: abgelehnt`,
  declined: (scope, when, organisation) =>
    `Am ${when} wollten Sie sich von „${scope}“ abmelden. ${organisation} hat das abgelehnt.`,
  declinedReason: 'Die Begründung lautet:',
  revertedSubject: (scope) => `Ihre Abmeldung von „${scope}“: nicht entschieden`,
  reverted: (scope, when, organisation) =>
    `Am ${when} wollten Sie sich von „${scope}“ abmelden. ${organisation} hat nicht rechtzeitig entschieden, daher ist die Pause für Ihre Adresse beendet.`,
  comesAgain: 'Sie erhalten wieder Nachrichten dieser Liste.',
  askAgain:
    'Sie können sich jederzeit erneut abmelden, über den Link in jeder Nachricht dieser Liste.',
  askAgainHere: 'Sie können sich jederzeit erneut abmelden, auf dieser Seite:',
  askAgainButton: 'Zur Seite',
};

const cs: SystemWords = {
  greeting: 'Dobrý den,',
  confirmSubject: (scope, account) => `Potvrďte prosím: ${scope} od ${account}`,
  confirmAsked: (scope, organisation) =>
    `Někdo, nejspíš vy, požádal o zasílání „${scope}“ na tuto adresu. Odesílatel: ${organisation}.`,
  confirmDo: 'Pokud jste to byli vy, otevřete tuto stránku a stiskněte na ní tlačítko:',
  confirmButton: 'Na stránku s potvrzením',
  confirmUntil: (when) => `Odkaz lze použít jednou, do ${when}.`,
  confirmWithdraw: 'Souhlas můžete kdykoli odvolat odkazem v každém e-mailu.',
  confirmElse: 'Pokud jste to nebyli vy, nemusíte dělat nic: nic se neposílá a nic se nemění.',
  declinedSubject: (scope) => `Vaše odhlášení z „${scope}“: zamítnuto`,
  declined: (scope, when, organisation) =>
    `Dne ${when} jste požádali o odhlášení z „${scope}“. ${organisation} žádost zamítl(a).`,
  declinedReason: 'Uvedený důvod:',
  revertedSubject: (scope) => `Vaše odhlášení z „${scope}“: nerozhodnuto`,
  reverted: (scope, when, organisation) =>
    `Dne ${when} jste požádali o odhlášení z „${scope}“. ${organisation} včas nerozhodl(a), a proto pozastavení vaší adresy skončilo.`,
  comesAgain: 'Zprávy z tohoto seznamu vám budou opět chodit.',
  askAgain: 'O odhlášení můžete kdykoli požádat znovu odkazem v každé zprávě z tohoto seznamu.',
  askAgainHere: 'O odhlášení můžete kdykoli požádat znovu na této stránce:',
  askAgainButton: 'Na stránku',
};

export const SYSTEM_WORDS: Readonly<Record<Language, SystemWords>> = { sv, cs, de, da, en };
