import type { MemberMessages } from './en.ts';

export const de: MemberMessages = {
  signIn: 'Einloggen',
  signInNote:
    'Für die Mitglieder einer Organisation. Ohne Passwort: Sie loggen sich über den Link in einer E-Mail ein.',
  sendLink: 'E-Mail anfordern',
  tooMany:
    'Von hier aus wurden zu viele E-Mails angefordert. Versuchen Sie es in einer Stunde wieder.',
  askedNote:
    'Gehört diese Adresse einem Mitglied, ist eine E-Mail mit einem Link unterwegs. Er gilt 15 Minuten.',
  endedNote:
    'Es wurde nichts geändert. Solche Links gelten einmal oder höchstens einige Tage; fordern Sie einen neuen an.',
  enter: (organisation) => `Einloggen: ${organisation}`,
  enterNote: (name) => `Sie loggen sich als ${name} ein.`,
  enterButton: 'Einloggen',
  signedOut: 'Ausgeloggt',
  signedOutNote: 'Von diesem Browser aus kommt niemand mehr hinein, ohne sich neu einzuloggen.',
  signInBy: (provider) => `Mit ${provider} einloggen`,
  unknownTo: (provider) =>
    `Ihr Konto bei ${provider} gehört hier keinem Mitglied. Wer Mitglieder einlädt, braucht die E-Mail-Adresse dieses Kontos.`,
  failedAt: (provider) =>
    `Das Einloggen mit ${provider} hat nicht geklappt. Bitte versuchen Sie es noch einmal.`,

  invited: (organisation) => `Mitglied werden: ${organisation}`,
  invitedBy: (inviter, name) => `${inviter} lädt Sie ein, ${name}.`,
  invitedNote:
    'Als Mitglied loggen Sie sich mit dieser E-Mail-Adresse ein. Was Sie dürfen, sehen Sie auf der Seite.',
  invitedUntil: (when) => `Sie können die Einladung bis zum ${when} annehmen.`,
  accept: 'Einladung annehmen',
  invitationEnded: 'Diese Einladung gilt nicht mehr',
  invitationEndedNote:
    'Sie wurde schon angenommen, zurückgezogen, durch eine neuere ersetzt oder ist älter als sieben Tage. Haben Sie sie angenommen, loggen Sie sich ein; sonst bitten Sie um eine neue.',

  signedInAt: (organisation) => `Sie sind bei ${organisation} eingeloggt.`,
  roles: 'Ihre Rollen',
  noRoles: 'Sie haben zurzeit keine Rolle.',
  roleOf: {
    ADMIN: 'Administration: darf alles',
    REVIEWER: 'Prüfung: entscheidet über Abmeldungen',
    CAMPAIGNER: 'Kampagnen: bereitet sie vor und versendet sie',
    AUDITOR: 'Revision: sieht alles, ändert nichts',
  },
  everyAccount: 'alle Konten',
  review: 'Abmeldungen',
  waiting: {
    one: '# Abmeldung wartet auf eine Entscheidung.',
    other: '# Abmeldungen warten auf eine Entscheidung.',
  },
  noneWaiting: 'Nichts wartet auf eine Entscheidung.',
  toReview: 'Zu den Abmeldungen',
  sessions: 'Wo Sie eingeloggt sind',
  thisBrowser: 'dieser Browser',
  otherBrowser: 'unbekannter Browser',
  since: (when, seen) => `Eingeloggt ${when}, zuletzt benutzt ${seen}.`,
  until: (when) => `Endet spätestens ${when}.`,
  endSession: 'Beenden',
  endSessionOf: (browser) => `${browser} beenden`,
  endOthers: 'Alle anderen beenden',
  signOut: 'Ausloggen',
};
