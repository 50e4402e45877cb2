import type { SetupMessages } from './en.ts';

export const sv: SetupMessages = {
  title: 'Kom igång med Adieu',
  intro:
    'Här finns ingenting än. Formuläret skapar allt som behövs för ett första utskick. Allt går att ändra senare.',
  fields: {
    organisation: 'Organisation',
    account: 'Första kontot',
    country: 'Land',
    timeZone: 'Tidszon',
    language: 'Språk',
    senderName: 'Avsändarens namn',
    senderAddress: 'Avsändarens adress',
    book: 'Första adressboken',
    rule: 'Vad adressboken är till för',
    memberName: 'Ditt namn',
    memberAddress: 'Din e-postadress',
  },
  notes: {
    organisation: 'Det namn som mottagarna känner er vid.',
    account: 'Om fältet är tomt: samma namn som organisationen.',
    country: 'Landet avgör vilken lag som gäller.',
    timeZone: 'Har landet flera: välj en.',
    senderName: 'Visas bredvid adressen. Om fältet är tomt: kontots namn.',
    senderAddress: 'Utskicken kommer från den här adressen.',
    memberAddress: 'Du får ett mejl med en länk för att logga in.',
  },
  rules: {
    MARKETING: 'Marknadsföring. Avregistreringar gäller genast, så som lagen kräver.',
    SERVICE: 'Information till personal eller medlemmar. Avregistreringar gäller genast.',
    SERVICE_REVIEW:
      'Information till personal eller medlemmar. Någon prövar först varje avregistrering, i högst en vecka. Om ingen beslutar är personen avregistrerad.',
    SERVICE_REVIEW_OR_STAY:
      'Information till personal eller medlemmar. Någon prövar först varje avregistrering, i högst en vecka. Om ingen beslutar är personen kvar på listan och får veta det.',
  },
  firstBook: 'Nyhetsbrev',
  noCountry: 'Inget: EU:s regler',
  zoneOfCountry: 'Landets tidszon',
  keys: 'API-nycklar',
  key: 'Skapa en nyckel för utskick (rollen CAMPAIGNER)',
  adminKey: 'Skapa också en nyckel som får göra allt (rollen ADMIN)',
  button: 'Börja',
  nothingMade: 'Ingenting har skapats än. Kontrollera de markerade fälten.',
  needed: '(måste fyllas i)',
  missing: 'Fyll i det här fältet.',
  wrong: 'Det här går inte att använda. Kontrollera det.',
  wrongOf: {
    timeZone: 'Landet har flera tidszoner. Välj en.',
    senderAddress: 'Här behövs en e-postadress, till exempel namn@example.com.',
    memberAddress: 'Här behövs en e-postadress, till exempel namn@example.com.',
  },
  ready: 'Adieu är klart',
  mailed: (address) => `Ett mejl med en länk för att logga in är på väg till ${address}.`,
  keyOnce: 'Din API-nyckel för utskick. Spara den nu: den visas aldrig igen.',
  adminKeyOnce: 'Din adminnyckel, som får göra allt. Spara den nu: den visas aldrig igen.',
  bookId: 'Din första adressbok',
  next: 'Gör nu ett första utskick till dig själv. Klistra in raderna en i taget i en terminal, i Adieus mapp:',
  nextWithoutKey:
    'Lägg nu till en första kontakt. Klistra in raderna en i taget i en terminal, i Adieus mapp:',
  begun: 'Adieu är redan igång',
  begunNote: 'Länken har redan använts och öppnar inget längre.',
  signIn: 'Logga in',
};
