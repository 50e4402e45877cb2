import type { MemberMessages } from './en.ts';

export const sv: MemberMessages = {
  signIn: 'Logga in',
  signInNote:
    'För medlemmar i en organisation. Inget lösenord: du loggar in med länken i ett mejl.',
  sendLink: 'Skicka mejlet',
  tooMany: 'För många mejl har begärts härifrån. Försök igen om en timme.',
  askedNote:
    'Om adressen tillhör en medlem är ett mejl med en länk på väg. Den fungerar i 15 minuter.',
  endedNote:
    'Ingenting ändrades. Sådana länkar fungerar en gång, eller i högst några dagar; be om en ny.',
  enter: (organisation) => `Logga in: ${organisation}`,
  enterNote: (name) => `Du loggar in som ${name}.`,
  enterButton: 'Logga in',
  signedOut: 'Utloggad',
  signedOutNote: 'Ingen kommer in från den här webbläsaren utan att logga in igen.',
  signInBy: (provider) => `Logga in med ${provider}`,
  unknownTo: (provider) =>
    `Ditt konto hos ${provider} tillhör ingen medlem här. Den som bjuder in medlemmar behöver kontots e-postadress.`,
  failedAt: (provider) => `Det gick inte att logga in med ${provider}. Försök igen.`,

  invited: (organisation) => `Bli medlem: ${organisation}`,
  invitedBy: (inviter, name) => `${inviter} bjuder in dig, ${name}.`,
  invitedNote:
    'Som medlem loggar du in med den här e-postadressen. Vad du får göra ser du på sidan.',
  invitedUntil: (when) => `Du kan tacka ja till den ${when}.`,
  accept: 'Tacka ja till inbjudan',
  invitationEnded: 'Den här inbjudan gäller inte längre',
  invitationEndedNote:
    'Du har redan tackat ja, eller så har den tagits tillbaka, ersatts av en nyare eller är äldre än sju dagar. Har du tackat ja loggar du in; annars ber du om en ny.',

  signedInAt: (organisation) => `Du är inloggad hos ${organisation}.`,
  roles: 'Dina roller',
  noRoles: 'Du har ingen roll just nu.',
  roleOf: {
    ADMIN: 'Administratör: får göra allt',
    REVIEWER: 'Granskare: beslutar om avregistreringar',
    CAMPAIGNER: 'Kampanjansvarig: förbereder och skickar kampanjer',
    AUDITOR: 'Revisor: ser allt, ändrar ingenting',
  },
  everyAccount: 'alla konton',
  review: 'Avregistreringar',
  waiting: {
    one: '# avregistrering väntar på beslut.',
    other: '# avregistreringar väntar på beslut.',
  },
  noneWaiting: 'Ingenting väntar på beslut.',
  toReview: 'Till avregistreringarna',
  sessions: 'Här är du inloggad',
  thisBrowser: 'den här webbläsaren',
  otherBrowser: 'okänd webbläsare',
  since: (when, seen) => `Inloggad ${when}, senast använd ${seen}.`,
  until: (when) => `Upphör senast ${when}.`,
  endSession: 'Logga ut',
  endSessionOf: (browser) => `Logga ut ${browser}`,
  endOthers: 'Logga ut alla andra',
  signOut: 'Logga ut',
};
