import type { CampaignMessages } from './en.ts';

export const de: CampaignMessages = {
  unsubscribe: 'ABMELDEN',
  subscribeAgain: 'Wieder eintragen',
  webVersion: 'Im Browser lesen',
  test: 'Test',
  testLink: {
    title: 'Das ist ein Test',
    text: 'Der Link stammt aus einer Test-E-Mail oder einer Vorschau. Es wurde nichts geändert und niemand abgemeldet.',
  },
  noWebVersion: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die E-Mail kann nicht gezeigt werden. Der Link ist vielleicht nicht vollständig, oder es gibt die E-Mail nicht mehr.',
  },
  noShortLink: {
    title: 'Dieser Link führt nirgendwohin',
    text: 'Bitte prüfen Sie, ob der ganze Link aus der Nachricht da ist, und versuchen Sie es in einigen Minuten noch einmal. Es hat sich nichts geändert. Wenn Sie auf die Nachricht antworten können, genügt auch das Wort, das darin steht.',
  },
};
