import type { CampaignMessages } from './en.ts';

export const da: CampaignMessages = {
  unsubscribe: 'AFMELD',
  subscribeAgain: 'Tilmeld igen',
  webVersion: 'Læs i browseren',
  test: 'Test',
  testLink: {
    title: 'Dette er en test',
    text: 'Linket kommer fra en testmail eller en forhåndsvisning. Intet er ændret, og ingen er blevet afmeldt.',
  },
  noWebVersion: {
    title: 'Siden findes ikke',
    text: 'Mailen kan ikke vises. Linket er måske ufuldstændigt, eller mailen findes ikke længere.',
  },
  noShortLink: {
    title: 'Linket fører ingen steder hen',
    text: 'Se efter, om hele linket fra beskeden er med, og prøv igen om nogle minutter. Intet er ændret. Kan du svare på beskeden, kan du også sende det ord, der står i den.',
  },
};
