import type { ReplyForms } from './reply-forms.ts';

export const da: ReplyForms = {
  wrote: ['skrev'],
  dates: ['den', 'man', 'tirs', 'tir', 'ons', 'tors', 'tor', 'fre', 'lør', 'søn'],
  from: ['fra', 'afsender'],
  beside: ['sendt', 'dato', 'til', 'emne', 'cc', 'svar til'],
  divides: [
    'oprindelig meddelelse',
    'oprindelig besked',
    'videresendt meddelelse',
    'videresendt besked',
  ],
  sentFrom: ['sendt fra', 'sendt med', 'hent outlook', 'få outlook'],
  ends: [
    'med venlig hilsen',
    'med venlige hilsner',
    'venlig hilsen',
    'venlige hilsner',
    'mange hilsner',
    'bedste hilsner',
    'kærlig hilsen',
    'hilsen',
    'mvh',
    'm.v.h',
    'vh',
    'de bedste hilsner',
  ],
  fine: [
    'tænk på miljøet',
    'denne e-mail kan indeholde',
    'denne mail er fortrolig',
    'hvis du ikke er den rette modtager',
    'hvis du har modtaget denne',
    'er du ikke rette modtager',
  ],
};
