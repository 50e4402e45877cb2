import type { CampaignMessages } from './en.ts';

export const cs: CampaignMessages = {
  unsubscribe: 'ODHLÁSIT',
  subscribeAgain: 'Znovu přihlásit',
  webVersion: 'Zobrazit v prohlížeči',
  test: 'Test',
  testLink: {
    title: 'Toto je test',
    text: 'Odkaz pochází ze zkušebního e-mailu nebo z náhledu. Nic se nezměnilo a nikdo nebyl odhlášen.',
  },
  noWebVersion: {
    title: 'Stránka neexistuje',
    text: 'Tento e-mail nelze zobrazit. Odkaz možná není úplný, nebo už e-mail neexistuje.',
  },
  noShortLink: {
    title: 'Tento odkaz nikam nevede',
    text: 'Zkontrolujte, zda máte celý odkaz ze zprávy, a zkuste to znovu za několik minut. Nic se nezměnilo. Pokud lze na zprávu odpovědět, stačí poslat slovo, které je v ní uvedeno.',
  },
};
