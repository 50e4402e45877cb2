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
    country: 'Das Land entscheidet, welches Recht gilt.',
    timeZone: 'Hat das Land mehrere, wählen Sie eine.',
    senderName: 'Steht neben der Adresse. Bleibt das Feld leer: der Name des Kontos.',
    senderAddress: 'Von dieser Adresse kommen die E-Mails.',
    memberAddress: 'Sie bekommen per E-Mail einen Link zum Einloggen.',
  },
  rules: {
    MARKETING: 'Werbung. Abmeldungen gelten sofort, wie es das Gesetz verlangt.',
    SERVICE: 'Informationen für Personal oder Mitglieder. Abmeldungen gelten sofort.',
    SERVICE_REVIEW:
      'Informationen für Personal oder Mitglieder. Jede Abmeldung wird zuerst geprüft, höchstens eine Woche lang. Entscheidet niemand, ist die Person abgemeldet.',
    SERVICE_REVIEW_OR_STAY:
      'Informationen für Personal oder Mitglieder. Jede Abmeldung wird zuerst geprüft, höchstens eine Woche lang. Entscheidet niemand, bleibt die Person auf der Liste und erfährt es.',
  },
  firstBook: 'Newsletter',
  noCountry: 'Keines: die Regeln der EU',
  zoneOfCountry: 'Die des Landes',
  keys: 'API-Schlüssel',
  key: 'Einen Schlüssel zum Versenden anlegen (Rolle CAMPAIGNER)',
  adminKey: 'Auch einen Schlüssel anlegen, der alles darf (Rolle ADMIN)',
  button: 'Beginnen',
  nothingMade: 'Es wurde noch nichts angelegt. Bitte prüfen Sie die markierten Felder.',
  needed: '(Pflichtfeld)',
  missing: 'Bitte füllen Sie dieses Feld aus.',
  wrong: 'Das lässt sich nicht verwenden. Bitte prüfen Sie es.',
  wrongOf: {
    timeZone: 'Dieses Land hat mehrere Zeitzonen. Bitte wählen Sie eine.',
    senderAddress: 'Hier wird eine E-Mail-Adresse gebraucht, etwa name@example.com.',
    memberAddress: 'Hier wird eine E-Mail-Adresse gebraucht, etwa name@example.com.',
  },
  ready: 'Adieu ist bereit',
  mailed: (address) => `Ein Link zum Einloggen ist unterwegs an ${address}.`,
  keyOnce:
    'Ihr API-Schlüssel zum Versenden. Bewahren Sie ihn jetzt auf: Er wird nie wieder gezeigt.',
  adminKeyOnce:
    'Ihr Admin-Schlüssel, der alles darf. Bewahren Sie ihn jetzt auf: Er wird nie wieder gezeigt.',
  bookId: 'Ihr erstes Adressbuch',
  next: 'Verschicken Sie nun eine erste Kampagne an sich selbst. Fügen Sie diese Zeilen nacheinander in ein Terminal ein, im Ordner von Adieu:',
  nextWithoutKey:
    'Fügen Sie nun einen ersten Kontakt hinzu. Fügen Sie diese Zeilen nacheinander in ein Terminal ein, im Ordner von Adieu:',
  begun: 'Adieu ist schon eingerichtet',
  begunNote: 'Dieser Link wurde schon benutzt und öffnet nichts mehr.',
  signIn: 'Einloggen',
};
