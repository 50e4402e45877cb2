import type { CampaignMessages } from './en.ts';

export const sv: CampaignMessages = {
  unsubscribe: 'AVREGISTRERA',
  subscribeAgain: 'Prenumerera igen',
  webVersion: 'Läs i webbläsaren',
  test: 'Test',
  testLink: {
    title: 'Detta är ett test',
    text: 'Länken kommer från ett testmejl eller en förhandsvisning. Inget har ändrats, och ingen har avregistrerats.',
  },
  noWebVersion: {
    title: 'Sidan finns inte',
    text: 'Mejlet går inte att visa. Länken är kanske ofullständig, eller så finns mejlet inte längre.',
  },
  noShortLink: {
    title: 'Länken leder ingenstans',
    text: 'Kontrollera att hela länken från meddelandet är med, och försök igen om några minuter. Inget har ändrats. Går det att svara på meddelandet kan du också skicka ordet som står i det.',
  },
};
