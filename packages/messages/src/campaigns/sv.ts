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
};
