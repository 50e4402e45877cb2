import type { MemberMessages } from './en.ts';

export const da: MemberMessages = {
  signIn: 'Log ind',
  signInNote:
    'For medlemmer af en organisation. Ingen adgangskode: Du logger ind med linket i en mail.',
  sendLink: 'Send mig mailen',
  tooMany: 'Der er bedt om for mange mails herfra. Prøv igen om en time.',
  askedNote:
    'Hvis adressen tilhører et medlem, er en mail med et link på vej. Det virker i 15 minutter.',
  endedNote:
    'Intet blev ændret. Sådanne links virker én gang eller højst nogle dage; bed om et nyt.',
  enter: (organisation) => `Log ind: ${organisation}`,
  enterNote: (name) => `Du logger ind som ${name}.`,
  enterButton: 'Log ind',
  signedOut: 'Logget ud',
  signedOutNote: 'Ingen kommer ind fra denne browser uden at logge ind igen.',
  signInBy: (provider) => `Log ind med ${provider}`,
  unknownTo: (provider) =>
    `Din konto hos ${provider} tilhører ikke noget medlem her. Den, der inviterer medlemmer, skal bruge kontoens e-mailadresse.`,
  failedAt: (provider) => `Det lykkedes ikke at logge ind med ${provider}. Prøv igen.`,

  invited: (organisation) => `Bliv medlem: ${organisation}`,
  invitedBy: (inviter, name) => `${inviter} inviterer dig, ${name}.`,
  invitedNote: 'Som medlem logger du ind med denne e-mailadresse. Hvad du må, kan du se på siden.',
  invitedUntil: (when) => `Du kan tage imod indtil den ${when}.`,
  accept: 'Tag imod invitationen',
  invitationEnded: 'Denne invitation gælder ikke længere',
  invitationEndedNote:
    'Du har allerede taget imod den, eller den er trukket tilbage, erstattet af en nyere eller mere end syv dage gammel. Har du taget imod den, så log ind; bed ellers om en ny.',

  signedInAt: (organisation) => `Du er logget ind hos ${organisation}.`,
  roles: 'Dine roller',
  noRoles: 'Du har ingen rolle lige nu.',
  roleOf: {
    ADMIN: 'Administrator: må alt',
    REVIEWER: 'Sagsbehandler: træffer afgørelse om afmeldinger',
    CAMPAIGNER: 'Kampagneansvarlig: forbereder og sender kampagner',
    AUDITOR: 'Revisor: ser alt, ændrer intet',
  },
  everyAccount: 'alle konti',
  review: 'Afmeldinger',
  waiting: {
    one: '# afmelding venter på en afgørelse.',
    other: '# afmeldinger venter på en afgørelse.',
  },
  noneWaiting: 'Intet venter på en afgørelse.',
  toReview: 'Til afmeldingerne',
  sessions: 'Her er du logget ind',
  thisBrowser: 'denne browser',
  otherBrowser: 'ukendt browser',
  since: (when, seen) => `Logget ind ${when}, sidst brugt ${seen}.`,
  until: (when) => `Slutter senest ${when}.`,
  endSession: 'Log ud',
  endSessionOf: (browser) => `Log ${browser} ud`,
  endOthers: 'Log alle andre ud',
  signOut: 'Log ud',
};
