import type { ReplyForms } from './reply-forms.ts';

export const cs: ReplyForms = {
  wrote: ['napsal', 'napsala', 'napsal(a)', 'napsal/a', 'napsali', 'píše'],
  dates: ['dne', 'po', 'út', 'st', 'čt', 'pá', 'so', 'ne'],
  from: ['od', 'odesílatel', 'odesilatel'],
  beside: ['odesláno', 'datum', 'komu', 'předmět', 'kopie', 'odpověď komu'],
  divides: [
    'původní zpráva',
    'původní e-mail',
    'původní email',
    'původní mail',
    'přeposlaná zpráva',
    'předaná zpráva',
    'přeposlaný e-mail',
  ],
  sentFrom: ['odesláno z', 'odesláno ze', 'odesláno pomocí', 'získat outlook', 'posláno z'],
  ends: [
    's pozdravem',
    's přátelským pozdravem',
    's úctou',
    's přáním hezkého dne',
    's přáním pěkného dne',
    'hezký den',
    'pěkný den',
    'zdraví',
    'zdravím',
    'pozdravuje',
    'mějte se',
  ],
  fine: [
    'tato zpráva je určena',
    'tento e-mail je určen',
    'tento e-mail může obsahovat',
    'pokud nejste zamýšleným',
    'obsah této zprávy',
    'myslete na životní prostředí',
  ],
};
