import type { PageMessages } from './en.ts';

export const de: PageMessages = {
  unsubscribe: 'Abmelden',
  address: 'Adresse',
  number: 'Nummer',
  forwarded:
    'Nicht Ihre Adresse? Dann wurde Ihnen diese E-Mail weitergeleitet, und Sie müssen nichts tun.',
  forwardedSms:
    'Nicht Ihre Nummer? Dann wurde Ihnen diese Nachricht weitergeleitet, und Sie müssen nichts tun.',
  quote: (name) => `„${name}“`,
  allMarketing: (sender) => `Sämtliche Werbung von ${sender}`,
  channels: { EMAIL: 'E-Mail', SMS: 'SMS' },
  byChannels: (what, channels) => `${what}, per ${channels}`,

  leaveAll: (sender) => `Sämtliche Werbung von ${sender} abbestellen`,
  leaveAllNote: 'Gilt sofort. Kein Login, keine weiteren Fragen, keine Abschieds-E-Mail.',
  leaveAllNoteBySms: 'Gilt sofort. Kein Login, keine weiteren Fragen.',
  settings: 'Oder Einstellungen ändern',
  topics:
    'Zu diesen Themen erhalten Sie Nachrichten. Entfernen Sie das Häkchen bei allem, was Sie nicht mehr erhalten möchten.',
  topicsRest:
    'Zu diesen Themen erhalten Sie zurzeit keine Nachrichten, weil Sie die Listen, zu denen sie gehören, nicht mehr erhalten. Entfernen Sie das Häkchen bei allem, was Sie auch nach einer Rückkehr nicht möchten.',
  topicsOff: 'Sie erhalten nicht mehr:',
  topicOffSince: (name, when) => `${name}, seit dem ${when}`,
  saveTopics: 'Einstellungen speichern',
  howOften: 'Maximale Häufigkeit',
  frequencies: {
    EVERY: 'Jede Nachricht',
    DAILY: 'Höchstens eine pro Tag',
    WEEKLY: 'Höchstens eine pro Woche',
    MONTHLY: 'Höchstens eine alle 30 Tage',
  },
  pauseUntil: 'Keine Werbung vor diesem Tag',
  pauseNote: 'Lassen Sie das Feld leer, wenn Sie keine Pause möchten. Die Pause endet von selbst.',
  pausedUntil: (when) => `Bis zum ${when} erhalten Sie keine Werbung.`,
  language: 'Sprache',
  topicAgain: (name) => `„${name}“ wieder erhalten`,
  topicAgainNote:
    'Sie erhalten das Thema wieder, sobald Sie die E-Mail bestätigt haben, die wir an diese Adresse senden.',
  leaveOnly: (name) => `Nur „${name}“ abbestellen`,
  bookGoesOn: (name) => `Nachrichten aus „${name}“, die zu keinem Thema gehören, kommen weiterhin.`,
  leave: (name) => `„${name}“ abbestellen`,
  pausedAtOnce:
    'Die Nachrichten werden sofort pausiert: Aus dieser Liste wird Ihnen nichts mehr gesendet.',
  reviewFollows: (organisation) =>
    `Falls ${organisation} Abmeldungen von dieser Liste prüft, steht auf der nächsten Seite, wie lange das dauern kann.`,
  transactional:
    'Diese Nachricht betraf etwas, das Sie selbst veranlasst haben, etwa eine Bestellung oder einen Login. Solche Nachrichten erhalten Sie weiterhin. Hier können Sie sämtliche Werbung abbestellen.',
  exempt: (list: string, organisation: string) =>
    `„${list}“ sind Informationen, die ${organisation} Ihnen senden können muss. Diese Liste können Sie deshalb nicht abbestellen. Hier können Sie sämtliche Werbung abbestellen.`,

  left: 'Sie sind abgemeldet',
  alreadyLeft: 'Sie sind bereits abgemeldet',
  paused: 'Die Nachrichten sind pausiert',
  what: 'Was',
  since: 'Seit',
  how: 'Wie',
  mailing: 'Mailing',
  methods: {
    ONE_CLICK: 'über die Abmelde-Schaltfläche eines E-Mail-Programms',
    LINK: 'auf dieser Seite',
    MAILTO: 'durch eine E-Mail an die Abmeldeadresse',
    MAIL_REPLY: 'durch eine Antwort auf eine E-Mail',
    SMS_KEYWORD: 'durch eine SMS',
    SMS_LINK: 'über den Link in einer SMS',
    SPAM_REPORT: 'weil eine E-Mail als Spam gemeldet wurde',
    API: 'über einen anderen Dienst des Absenders',
    MANUAL: 'durch den Absender eingetragen',
    FILTER: 'durch einen E-Mail-Filter',
    IMPORT: 'aus einer früheren Liste übernommen',
    PROVIDER: 'durch einen E-Mail- oder SMS-Anbieter gemeldet',
  },
  noneInFlight: 'Es ist keine Nachricht mehr an Sie unterwegs. Sie müssen nichts weiter tun.',
  inFlight: 'Diese wurden in dem Moment gerade übergeben und können noch eintreffen:',
  inFlightUntil: (name, when) => `„${name}“, spätestens am ${when}`,
  mailUntil: (when) => `Eine Nachricht, spätestens am ${when}`,
  decides: (organisation, when) =>
    `${organisation} kann bis zum ${when} entscheiden, ob die Abmeldung endgültig wird. Bis dahin wird Ihnen aus dieser Liste nichts gesendet.`,
  elseLeft: 'Entscheidet bis dahin niemand, sind Sie endgültig abgemeldet.',
  elseReverted:
    'Entscheidet bis dahin niemand, endet die Pause, und die Nachrichten kommen wieder. Sie erfahren das per E-Mail.',
  elseRevertedBySms:
    'Entscheidet bis dahin niemand, endet die Pause, und die Nachrichten kommen wieder.',
  declined: (organisation, when) =>
    `${organisation} hat Ihren Wunsch vom ${when} abgelehnt; die Begründung steht in der E-Mail dazu. Sie können sich erneut abmelden.`,
  declinedBySms: (organisation, when) =>
    `${organisation} hat Ihren Wunsch vom ${when} abgelehnt. Sie können sich erneut abmelden.`,
  undeliverable: (when, organisation) =>
    `E-Mails an diese Adresse kamen zurück; seit ${when} wird deshalb nichts mehr an sie gesendet. Wenn das Postfach wieder funktioniert, antworten Sie auf eine der E-Mails, oder bitten Sie ${organisation}, wieder an sie zu schreiben.`,
  reverted: (when) =>
    `Über Ihren Wunsch vom ${when} wurde nicht rechtzeitig entschieden, daher ist die Pause beendet. Sie können sich erneut abmelden.`,

  why: 'Möchten Sie sagen, warum?',
  whyNote:
    'Sie sind bereits abgemeldet; die Antwort ändert daran nichts. Sie können die Seite einfach schließen.',
  addWords: 'Möchten Sie etwas hinzufügen?',
  addWordsNote: (organisation) =>
    `Wer bei ${organisation} entscheidet, liest es. Sie müssen nichts schreiben: Die Nachrichten sind in jedem Fall pausiert.`,
  reasons: {
    TOO_MANY: 'Zu viele Nachrichten',
    NOT_RELEVANT: 'Sie sind für mich nicht relevant',
    NEVER_ASKED: 'Ich habe sie nie bestellt',
    OTHER_ADDRESS: 'Ich erhalte sie unter einer anderen Adresse',
    NO_LONGER_CUSTOMER: 'Ich bin nicht mehr Kundin oder Kunde',
  },
  ownWords: 'In eigenen Worten',
  giveReason: 'Absenden',
  reasonGiven: 'Danke, wir haben es notiert.',
  noReasonGiven: 'Es wurde nichts gesendet. Wählen Sie einen Grund oder schreiben Sie etwas.',

  saved: 'Gespeichert',
  outdated:
    'Diese Seite war veraltet, deshalb wurde nichts gespeichert. Hier sehen Sie den aktuellen Stand. Bitte wählen Sie noch einmal.',

  mistake: 'War das ein Versehen?',
  mistakeNote: (address) =>
    `Diese Schaltfläche sendet nur eine E-Mail mit einem Link an ${address}. Erst wenn Sie dort bestätigen, kommen wieder Nachrichten.`,
  mistakeNotePaused: (address) =>
    `Diese Schaltfläche sendet nur eine E-Mail mit einem Link an ${address}. Sobald Sie dort bestätigen, kommen wieder Nachrichten, ohne dass die Entscheidung abgewartet wird.`,
  mistakeNoteBySms: (word, number, list) =>
    `Möchten Sie „${list}“ wieder per SMS erhalten? Senden Sie ${word} von Ihrem Telefon an ${number}. Danach bestätigen Sie mit einem zweiten Wort. Bis dahin ändert sich nichts.`,
  askReturn: 'Bestätigungs-E-Mail anfordern',
  returnAsked: 'Sehen Sie in Ihrem Postfach nach',
  returnAskedNote: (address) =>
    `Wenn möglich, haben wir einen Link an ${address} gesendet. Öffnen Sie ihn und bestätigen Sie. Bis dahin ändert sich nichts.`,
  returnNotThere:
    'Nach zehn Minuten nichts da? Sehen Sie im Spam-Ordner nach und versuchen Sie es dann noch einmal.',

  confirmTitle: 'Bitte bestätigen',
  confirmIntro: (what) => `Jemand möchte unter dieser Adresse Folgendes erhalten: ${what}.`,
  confirmButton: 'Ja, ich bin einverstanden',
  notYou: (when) =>
    `Das waren nicht Sie? Dann müssen Sie nichts tun. Ohne diese Bestätigung ändert sich nichts, und der Link gilt nur bis zum ${when}.`,
  confirmed: 'Bestätigt',
  confirmedAt: 'Bestätigt am',
  confirmedNote: 'Sie können sich jederzeit abmelden, über den Link in jeder Nachricht.',
  stillOff: 'Was Sie früher abbestellt haben, bleibt abbestellt:',
  allOtherMarketing: (sender) => `Alle übrige Werbung von ${sender}`,
  expired: 'Dieser Link gilt nicht mehr',
  superseded: 'Eine spätere Entscheidung gilt',
  leftAgainNote: (confirmed, left) =>
    `Sie haben dies am ${confirmed} bestätigt. Am ${left} haben Sie um Abmeldung gebeten. Die spätere Entscheidung gilt: An diese Adresse wird davon nichts gesendet.`,
  supersededNote:
    'Nachdem dieser Link angefordert worden war, wurde um die Abmeldung dieser Adresse gebeten. Die spätere Entscheidung gilt, deshalb ändert dieser Link nichts mehr.',
  noLongerSent: (name) => `„${name}“ wird nicht mehr versendet`,
  noLongerSentNote: 'Der Absender hat den Versand eingestellt, deshalb ändert dieser Link nichts.',
  newLinkNote: (address) =>
    `Diese Schaltfläche sendet nur eine E-Mail mit einem neuen Link an ${address}. Es ändert sich nichts, bis Sie dort bestätigen.`,
  newLink: 'Neuen Link anfordern',

  yourData: 'Ihre Daten',
  yourDataNote:
    'Diese Schaltfläche sendet eine E-Mail mit einem kurzlebigen Link an diese Adresse. Damit können Sie ansehen, was gespeichert ist, es herunterladen oder löschen lassen.',
  yourDataBySms: (organisation) =>
    `Wenn Sie wissen möchten, was zu Ihrer Nummer gespeichert ist, oder es löschen lassen möchten, wenden Sie sich an ${organisation}.`,
  askForData: 'Link an mich senden',
  dataAsked: 'Sehen Sie in Ihrem Postfach nach',
  dataAskedNote: (address) =>
    `Wenn möglich, haben wir eine E-Mail mit einem Link zu Ihren Daten an ${address} gesendet. Er gilt einen Tag.`,
  objection:
    'Sie haben das Recht, der Direktwerbung jederzeit und ohne Angabe von Gründen zu widersprechen (DSGVO Art. 21 Abs. 2).',
  objectionHere: 'Die erste Schaltfläche dieser Seite tut genau das.',
  dataTitle: 'Ihre Daten',
  dataIntro: (organisation) => `Das speichert ${organisation} zu Ihrer Adresse:`,
  inBooks: 'Listen',
  messagesCount: 'Nachrichten',
  wishes: 'Abmeldungen',
  consents: 'Nachweise der Einwilligung',
  download: 'Alles herunterladen (JSON)',
  erase: 'Meine Daten löschen',
  eraseNote:
    'Ihre Adresse, Ihr Name und alles Übrige über Sie werden gelöscht. Zweierlei bleibt: ein aus der Adresse gebildeter Code, damit Abbestelltes abbestellt bleibt, und die gesetzlich geforderten Nachweise der Einwilligung, in denen die Adresse steht.',
  eraseLeavesAll: (organisation) =>
    `Sie haben sich schon von etwas abgemeldet. Mit der Löschung endet deshalb sämtliche Werbung von ${organisation}, auch wenn Sie wieder auf eine Liste kommen.`,
  eraseLeavesNothing: (organisation) =>
    `Sie haben sich von nichts abgemeldet. Werden nur Ihre Daten gelöscht, kann ${organisation} Ihnen wieder schreiben, sobald Sie erneut auf eine Liste kommen. Möchten Sie das nicht, bestellen Sie zugleich sämtliche Werbung ab.`,
  leaveAndErase: 'Sämtliche Werbung abbestellen und meine Daten löschen',
  eraseOnly: 'Nur meine Daten löschen',
  erased: 'Gelöscht',
  erasedAndLeft: (organisation) =>
    `Ihre Daten wurden gelöscht. Sie erhalten keine Werbung mehr von ${organisation}, auch wenn Sie wieder auf eine Liste kommen.`,
  erasedAlone: (organisation) =>
    `Ihre Daten wurden gelöscht. Sie haben sich von nichts abgemeldet: Kommen Sie wieder auf eine Liste, kann ${organisation} Ihnen schreiben.`,

  yourAddress: 'Ihre E-Mail-Adresse',
  notAnAddress: 'Das ist keine E-Mail-Adresse. Geben Sie eine Adresse wie name@example.com ein.',
  leaveEmpty: 'Bitte leer lassen',
  signUpButton: 'Eintragen',
  signUpNote:
    'Diese Schaltfläche sendet nur eine E-Mail mit einem Link an diese Adresse. Nachrichten kommen erst, wenn Sie dort bestätigt haben.',
  signUpOutdated: 'Diese Seite war veraltet. Bitte senden Sie das Formular noch einmal ab.',
  signUpAskedNote:
    'Falls an diese Adresse gesendet werden darf, ist eine E-Mail mit einem Link unterwegs. Öffnen Sie den Link und bestätigen Sie. Vorher beginnt nichts.',

  imprint: 'Impressum',
  privacyPolicy: 'Datenschutzerklärung',

  notFound: 'Dieser Link funktioniert nicht',
  notFoundNote:
    'Vielleicht ist er nicht vollständig. Bitte öffnen Sie ihn noch einmal aus der Nachricht, oder nutzen Sie die Abmelde-Schaltfläche Ihres E-Mail-Programms.',
  linkGoneNote:
    'Vielleicht ist er nicht vollständig oder abgelaufen. Einen neuen Link erhalten Sie dort, wo Sie diesen angefordert haben.',
  formGoneNote:
    'Dieses Formular gibt es nicht mehr, oder die Adresse dieser Seite ist unvollständig.',
  notFoundUnchanged: 'Es wurde nichts geändert.',
  unavailable: 'Diese Seite kann gerade nicht angezeigt werden',
  unavailableNote:
    'Es wurde nichts geändert, und es ist nichts verloren. Bitte versuchen Sie es in einer Minute noch einmal: Der Link gilt weiterhin.',
  unsure: 'Noch nicht bestätigt',
  unsureNote:
    'Wir konnten nicht sicherstellen, dass Ihre Wahl gespeichert wurde. Bitte senden Sie sie noch einmal; zweimal schadet nicht.',
  sendAgain: 'Noch einmal senden',
};
