import type { MailMessages } from './en.ts';

export const de: MailMessages = {
  greeting: 'Guten Tag,',

  doubleOptIn: {
    subject: (what) => `Bitte bestätigen: ${what}`,
    asked: (what) =>
      `Jemand, vermutlich Sie, möchte unter dieser Adresse Folgendes erhalten: ${what}.`,
    open: 'Wenn Sie das waren, öffnen Sie diese Seite und klicken Sie dort auf die Schaltfläche:',
    button: 'Zur Bestätigungsseite',
    until: (when) => `Der Link gilt einmal, bis zum ${when}.`,
    withdraw: 'Ihre Einwilligung können Sie jederzeit über den Link in jeder E-Mail widerrufen.',
    otherwise:
      'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne diese Bestätigung ändert sich nichts.',
  },

  decision: {
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
  },

  answer: {
    from: (writer: string, account: string) =>
      `${writer} hat auf eine E-Mail von ${account} geantwortet:`,
    why: 'Darin wurde kein Wunsch gefunden, sich abzumelden. Wenn Sie auf diese E-Mail antworten, geht Ihre Antwort an diese Person.',
    nobody: 'Sie können an die Adresse oben antworten.',
    instead: '(Link des Lesers, entfernt)',
    leftOut: (names: string) => `Nicht weitergeleitet: ${names}`,
  },

  dataLink: {
    subject: (organisation) => `Ihre Daten bei ${organisation}`,
    asked: (organisation) =>
      `Jemand, vermutlich Sie, hat gefragt, was ${organisation} zu dieser Adresse speichert.`,
    open: 'Auf dieser Seite können Sie die Daten ansehen, herunterladen oder löschen lassen:',
    button: 'Zu meinen Daten',
    until: (when) => `Der Link gilt bis zum ${when}. Geben Sie ihn nicht weiter.`,
    otherwise:
      'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Niemand hat etwas gesehen, und nichts ändert sich.',
  },

  signIn: {
    subject: (organisation) => `Einloggen: ${organisation}`,
    asked: (organisation) => `Jemand, vermutlich Sie, möchte sich bei ${organisation} einloggen.`,
    button: 'Einloggen',
    until: (when) => `Der Link gilt bis zum ${when}. Geben Sie ihn nicht weiter.`,
    otherwise:
      'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne diese E-Mail kann sich niemand einloggen.',
  },

  invitation: {
    subject: (organisation) => `Einladung: ${organisation}`,
    invited: (organisation, inviter) =>
      `${inviter} lädt Sie ein, bei ${organisation} Mitglied zu werden und über Abmeldungen zu entscheiden oder an Kampagnen mitzuarbeiten.`,
    button: 'Zur Einladung',
    until: (when) => `Der Link gilt bis zum ${when}. Geben Sie ihn nicht weiter.`,
    otherwise:
      'Wenn Sie das nicht möchten oder nicht wissen, warum Sie diese E-Mail bekommen haben, brauchen Sie nichts zu tun.',
  },

  webhookDisabled: {
    subject: (host: string) => `Webhooks an ${host} sind abgeschaltet`,
    said: {
      FAILING: (since: string) =>
        `Seit ${since} wurde unter dieser Adresse kein Webhook angenommen. Nach fünf Tagen versuchen wir es nicht mehr:`,
      GONE: (_since: string) =>
        'Der Server unter dieser Adresse sagt (410), dass dort niemand mehr ist. Wir senden keine Webhooks mehr dorthin:',
    },
    advice:
      'Nichts ist verloren: Wenn der Server wieder da ist, setzen Sie den Endpunkt fort (resumeWebhookEndpoint), und alles wird der Reihe nach zugestellt. Wird er nicht mehr gebraucht, löschen Sie ihn.',
  },

  digest: {
    waiting: {
      one: '# Abmeldung wartet auf eine Entscheidung',
      other: '# Abmeldungen warten auf eine Entscheidung',
    },
    fresh: { one: '# davon ist neu für Sie.', other: '# davon sind neu für Sie.' },
    noneFresh: 'Keine davon ist neu für Sie, aber eine Frist rückt näher.',
    requests: { one: '# Abmeldung', other: '# Abmeldungen' },
    ofThemNew: { one: '# neu', other: '# neu' },
    firstDeadline: (when) => `Nächste Frist: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Entscheidet niemand rechtzeitig, sind sie abgemeldet.',
      REVERT: 'Entscheidet niemand rechtzeitig, erhalten sie wieder Nachrichten.',
    },
    decide: 'Bis dahin sind die Adressen pausiert. Entscheiden Sie hier:',
    decideButton: 'Zu den Abmeldungen',
    decideByApi:
      'Bis dahin sind die Adressen pausiert. Entscheiden Sie mit einem beliebigen GraphQL-Client: docs/admin.md enthält die Dokumente (optOutRequests, decideOptOutRequests).',
    why: (organisation, membersUrl) =>
      `Sie erhalten diese E-Mail, weil Sie bei ${organisation} über Abmeldungen entscheiden. Wer dort verwaltet, kann das ändern. Ihre Rollen: ${membersUrl}`,
  },

  held: {
    gathered: { one: '# Nachricht in einer E-Mail', other: '# Nachrichten in einer E-Mail' },
    why: (account) =>
      `Sie haben ${account} gebeten, seltener zu schreiben. Hier ist alles, was seit der letzten E-Mail dazugekommen ist, in einer einzigen.`,
    read: 'Vollständig lesen',
    change: 'Über den Link ganz oben ändern Sie, wie oft wir schreiben, oder melden sich ab.',
  },

  warning: {
    subject: (campaign) => `Warnung zur Kampagne „${campaign}“`,
    paused: (campaign) => `Die Kampagne „${campaign}“ ist angehalten`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Empfängern der Kampagne „${campaign}“ (${account}) haben sich bisher ${rate} abgemeldet: ${counted} von ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Die Kampagne „${campaign}“ (${account}) weicht von den früheren ab: ${rate} der Empfänger haben sich abgemeldet, ${counted} von ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Empfängern der Kampagne „${campaign}“ (${account}) haben ${rate} sie als Spam gemeldet: ${counted} von ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Empfängern der Kampagne „${campaign}“ (${account}) haben ${rate} sie als Spam gemeldet: ${counted} von ${sent}. Sie ist angehalten: Von ihr geht nichts mehr hinaus.`,
      BOUNCE_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Adressen, an die die Kampagne „${campaign}“ (${account}) ging, gibt es ${rate} nicht: ${counted} von ${sent}.`,
    },
    usual: (usual) => `Im Durchschnitt waren es in diesem Konto ${usual}.`,
    advice: {
      OPT_OUT_RATE:
        'Sehen Sie sich die genannten Gründe an und prüfen Sie, wie oft und an wen Sie senden.',
      OPT_OUT_UNUSUAL:
        'Sehen Sie sich die genannten Gründe an. Melden sich weniger ab als je zuvor, prüfen Sie, ob die Links funktionieren.',
      COMPLAINT_RATE:
        'Bei so hohen Anteilen beginnen E-Mail-Anbieter, E-Mails abzuweisen. Stellen Sie sicher, dass die Empfänger sie angefordert haben.',
      COMPLAINT_PAUSE:
        'Klären Sie zuerst, wie diese Personen auf die Liste kamen. Wer bei Ihnen die Kampagnen betreut, kann sie danach fortsetzen oder endgültig abbrechen (in der API: resumeCampaign, cancelCampaign). Bis dahin wartet sie, und nichts davon wird gesendet.',
      BOUNCE_RATE:
        'E-Mail-Anbieter misstrauen Absendern, die an viele Adressen schreiben, die es nicht gibt. Klären Sie, woher sie stammen; an sie wird nichts mehr gesendet.',
    },
    once: (organisation) =>
      `Diese Warnung kommt für jede Kampagne einmal. Sie geht an die Administration von ${organisation}; die Zahlen stehen im Bericht der Kampagne.`,
    eachTime: (organisation) =>
      `Diese E-Mail kommt jedes Mal, wenn die Kampagne angehalten wird. Sie geht an die Administration von ${organisation}; die Zahlen stehen im Bericht der Kampagne.`,
  },

  weeklyReport: {
    subject: (day, account) => `Die Woche vom ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `In der Woche vom ${day} hat ${account} ${campaigns} an ${sent} Empfänger gesendet.`,
    campaigns: { one: '# Kampagne', other: '# Kampagnen' },
    figures: (sent, left, complained) =>
      `${sent} gesendet, ${left} abgemeldet, ${complained} als Spam gemeldet.`,
    more: (count) => `und ${count} weitere`,
    left: 'Anteil der Abmeldungen je Woche',
    complained: 'Anteil der Spam-Meldungen je Woche',
    plot: (title, rate) => `${title}. Zuletzt: ${rate}.`,
    warnsAt: (rate) => `Warnung ab ${rate}`,
    pausesAt: (rate) => `ab ${rate} wird eine Kampagne angehalten`,
    usual: (rate) => `im Durchschnitt ${rate}`,
    button: 'Zu den Berichten',
    why: 'Diese E-Mail kommt einmal in der Woche, solange Kampagnen gesendet werden. Auf der Seite der Berichte können Sie sie abbestellen.',
  },
};
