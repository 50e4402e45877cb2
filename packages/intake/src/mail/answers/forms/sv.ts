import type { ReplyForms } from './reply-forms.ts';

export const sv: ReplyForms = {
  wrote: ['skrev'],
  dates: ['den', 'mån', 'tis', 'ons', 'tors', 'tor', 'fre', 'lör', 'sön'],
  from: ['från', 'avsändare'],
  beside: ['skickat', 'datum', 'till', 'ämne', 'kopia', 'svar till'],
  divides: ['ursprungligt meddelande', 'vidarebefordrat meddelande', 'vidarebefordrat mail'],
  sentFrom: ['skickat från', 'skickades från', 'hämta outlook', 'skaffa outlook'],
  ends: [
    'med vänlig hälsning',
    'med vänliga hälsningar',
    'vänlig hälsning',
    'vänliga hälsningar',
    'vänligen',
    'bästa hälsningar',
    'hälsningar',
    'hälsning',
    'mvh',
    'm v h',
    'allt gott',
    'hej då',
  ],
  fine: [
    'tänk på miljön',
    'detta meddelande kan innehålla',
    'detta e-postmeddelande',
    'detta mejl är avsett',
    'om du inte är rätt mottagare',
    'om du har fått detta',
    'informationen i detta',
  ],
};
