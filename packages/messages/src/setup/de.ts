import type { SetupMessages } from './en.ts';

export const de: SetupMessages = {
  title: 'Adieu einrichten',
  intro:
    'Hier ist noch nichts. Dieses Formular legt alles an, was für einen ersten Versand nötig ist. Alles lässt sich später ändern.',
  fields: {
    organisation: 'Organisation',
    account: 'Erstes Konto',
    country: 'Land',
    timeZone: 'Zeitzone',
    language: 'Sprache',
    senderName: 'Name des Absenders',
    senderAddress: 'Adresse des Absenders',
    book: 'Erstes Adressbuch',
    rule: 'Wofür das Adressbuch da ist',
    memberName: 'Ihr Name',
    memberAddress: 'Ihre E-Mail-Adresse',
  },
  notes: {
    organisation: 'Der Name, unter dem man Sie kennt.',
    account: 'Bleibt das Feld leer: wie die Organisation.',
    country:
      'Zwei Buchstaben, etwa DE oder AT. Das Land entscheidet, welches Recht gilt. Bleibt das Feld leer: die Regeln der EU.',
    timeZone: 'Etwa Europe/Berlin. Bleibt das Feld leer: die des Landes.',
    senderName: 'Steht neben der Adresse. Bleibt das Feld leer: der Name des Kontos.',
    senderAddress: 'Von dieser Adresse kommen die E-Mails.',
    memberAddress: 'Sie bekommen per E-Mail einen Link, der Sie einlässt.',
  },
  rules: {
    MARKETING: 'Werbung. Wer geht, ist sofort draußen, wie es das Gesetz verlangt.',
    SERVICE: 'Informationen für Personal oder Mitglieder. Wer geht, ist sofort draußen.',
    SERVICE_REVIEW:
      'Informationen für Personal oder Mitglieder. Jemand sieht sich jeden Wunsch zuerst an, höchstens eine Woche lang. Ohne Antwort ist die Person draußen.',
    SERVICE_REVIEW_OR_STAY:
      'Informationen für Personal oder Mitglieder. Jemand sieht sich jeden Wunsch zuerst an, höchstens eine Woche lang. Ohne Antwort bleibt die Person und erfährt es.',
  },
  firstBook: 'Newsletter',
  key: 'Auch einen API-Schlüssel anlegen, um aus Programmen zu versenden',
  button: 'Beginnen',
  wrong: 'Das lässt sich nicht verwenden. Bitte sehen Sie es noch einmal an.',
  ready: 'Adieu ist bereit',
  mailed: (address) => `Ein Link, der Sie einlässt, ist unterwegs an ${address}.`,
  keyOnce: 'Ihr API-Schlüssel. Bewahren Sie ihn jetzt auf: Er wird nie wieder gezeigt.',
  bookId: 'Ihr erstes Adressbuch',
  next: 'Fügen Sie nun Kontakte hinzu und verschicken Sie die erste Kampagne:',
  begun: 'Adieu ist schon eingerichtet',
  begunNote: 'Dieser Link hat seinen Dienst getan und öffnet nichts mehr.',
  signIn: 'Anmelden',
};
