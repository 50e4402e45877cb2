import type { SetupMessages } from './en.ts';

export const da: SetupMessages = {
  title: 'Kom i gang med Adieu',
  intro:
    'Her er ikke noget endnu. Formularen opretter alt, hvad en første udsendelse har brug for. Det hele kan ændres senere.',
  fields: {
    organisation: 'Organisation',
    account: 'Første konto',
    country: 'Land',
    timeZone: 'Tidszone',
    language: 'Sprog',
    senderName: 'Afsenderens navn',
    senderAddress: 'Afsenderens adresse',
    book: 'Første adressebog',
    rule: 'Hvad adressebogen er til',
    memberName: 'Dit navn',
    memberAddress: 'Din e-mailadresse',
  },
  notes: {
    organisation: 'Det navn, som modtagerne kender jer under.',
    account: 'Hvis feltet er tomt: samme navn som organisationen.',
    country:
      'To bogstaver, for eksempel DK eller SE. Landet afgør, hvilken lov der gælder. Hvis feltet er tomt: EU’s regler.',
    timeZone: 'For eksempel Europe/Copenhagen. Hvis feltet er tomt: landets tidszone.',
    senderName: 'Vises ved siden af adressen. Hvis feltet er tomt: kontoens navn.',
    senderAddress: 'Mailene kommer fra denne adresse.',
    memberAddress: 'Du får et link på mail, som lukker dig ind.',
  },
  rules: {
    MARKETING: 'Markedsføring. Den, der melder fra, er ude med det samme, som loven kræver.',
    SERVICE:
      'Information til personale eller medlemmer. Den, der melder fra, er ude med det samme.',
    SERVICE_REVIEW:
      'Information til personale eller medlemmer. Nogen ser først på hvert ønske, i højst en uge. Uden svar er personen ude.',
    SERVICE_REVIEW_OR_STAY:
      'Information til personale eller medlemmer. Nogen ser først på hvert ønske, i højst en uge. Uden svar bliver personen og får besked om det.',
  },
  firstBook: 'Nyhedsbrev',
  key: 'Opret også en API-nøgle, så der kan sendes fra kode',
  button: 'Begynd',
  wrong: 'Det kan ikke bruges. Se på det en gang til.',
  ready: 'Adieu er klar',
  mailed: (address) => `Et link, som lukker dig ind, er på vej til ${address}.`,
  keyOnce: 'Din API-nøgle. Gem den nu: Den vises aldrig igen.',
  bookId: 'Din første adressebog',
  next: 'Tilføj nu kontakter, og send den første kampagne:',
  begun: 'Adieu er allerede i gang',
  begunNote: 'Linket har gjort sit og åbner ikke noget mere.',
  signIn: 'Log ind',
};
