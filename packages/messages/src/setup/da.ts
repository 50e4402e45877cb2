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
    country: 'Landet afgør, hvilken lov der gælder.',
    timeZone: 'Har landet flere, så vælg en.',
    senderName: 'Vises ved siden af adressen. Hvis feltet er tomt: kontoens navn.',
    senderAddress: 'Mailene kommer fra denne adresse.',
    memberAddress: 'Du får en mail med et link til at logge ind.',
  },
  rules: {
    MARKETING: 'Markedsføring. Afmeldinger gælder med det samme, som loven kræver.',
    SERVICE: 'Information til personale eller medlemmer. Afmeldinger gælder med det samme.',
    SERVICE_REVIEW:
      'Information til personale eller medlemmer. Nogen behandler først hver afmelding, i højst en uge. Hvis ingen afgør den, er personen afmeldt.',
    SERVICE_REVIEW_OR_STAY:
      'Information til personale eller medlemmer. Nogen behandler først hver afmelding, i højst en uge. Hvis ingen afgør den, bliver personen på listen og får besked om det.',
  },
  firstBook: 'Nyhedsbrev',
  noCountry: 'Intet: EU’s regler',
  zoneOfCountry: 'Landets tidszone',
  keys: 'API-nøgler',
  key: 'Opret en nøgle, der kan sende (rollen CAMPAIGNER)',
  adminKey: 'Opret også en nøgle, der må alt (rollen ADMIN)',
  button: 'Begynd',
  nothingMade: 'Der er ikke oprettet noget endnu. Kontrollér de markerede felter.',
  needed: '(skal udfyldes)',
  missing: 'Udfyld dette felt.',
  wrong: 'Det kan ikke bruges. Kontrollér det.',
  wrongOf: {
    timeZone: 'Landet har flere tidszoner. Vælg en.',
    senderAddress: 'Her skal der stå en e-mailadresse, for eksempel navn@example.com.',
    memberAddress: 'Her skal der stå en e-mailadresse, for eksempel navn@example.com.',
  },
  ready: 'Adieu er klar',
  mailed: (address) => `En mail med et link til at logge ind er på vej til ${address}.`,
  keyOnce: 'Din API-nøgle til udsendelser. Gem den nu: Den vises aldrig igen.',
  adminKeyOnce: 'Din adminnøgle, der må alt. Gem den nu: Den vises aldrig igen.',
  bookId: 'Din første adressebog',
  next: 'Send nu en første udsendelse til dig selv. Indsæt linjerne en ad gangen i en terminal, i Adieus mappe:',
  nextWithoutKey:
    'Tilføj nu en første kontakt. Indsæt linjerne en ad gangen i en terminal, i Adieus mappe:',
  begun: 'Adieu er allerede i gang',
  begunNote: 'Linket er allerede brugt og åbner ikke noget mere.',
  signIn: 'Log ind',
};
