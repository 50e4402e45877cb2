export type SenderRefusal =
  | 'not-an-email'
  | 'email-beyond-ascii'
  | 'not-a-number'
  | 'country-needed'
  | 'not-a-short-code'
  | 'not-a-sender-text'
  | 'name-unusable'
  | 'name-of-email-alone'
  | 'keyword-unusable'
  | 'keyword-acts'
  | 'keyword-of-short-code-alone'
  | 'keyword-reads-like-anothers'
  | 'countries-unknown'
  | 'countries-of-text-and-short-code';

/** Why something is no sender, and which part of it is meant. */
export const SENDER_REFUSALS: Readonly<
  Record<
    SenderRefusal,
    { readonly field: 'name' | 'address' | 'keyword' | 'countries'; readonly message: string }
  >
> = {
  'not-an-email': {
    field: 'address',
    message: 'This is no e-mail address: give one like news@example.test; its name goes apart.',
  },
  'email-beyond-ascii': {
    field: 'address',
    message:
      'Before the @, use letters from a to z, digits, dots and dashes: many mail servers refuse to send from anything else.',
  },
  'not-a-number': {
    field: 'address',
    message: 'This is no telephone number: give one like +46 70 174 06 05.',
  },
  'country-needed': {
    field: 'address',
    message: 'A number without its country: begin with + and the country, like +46.',
  },
  'not-a-short-code': {
    field: 'address',
    message: 'This is no short code: give its 3 to 6 digits, like 72080.',
  },
  'not-a-sender-text': {
    field: 'address',
    message:
      'A text to send from has 1 to 11 characters of plain SMS (a to z, å, ä, ö, digits and the like), one of them a letter.',
  },
  'name-unusable': {
    field: 'name',
    message: 'A name has at most 100 characters, in one line.',
  },
  'name-of-email-alone': {
    field: 'name',
    message: 'An SMS shows what it is sent from and no name beside it: leave the name out.',
  },
  'keyword-unusable': {
    field: 'keyword',
    message: 'A keyword is one word of 1 to 20 letters and digits.',
  },
  'keyword-acts': {
    field: 'keyword',
    message:
      'This word is read as a wish or as part of one (STOP, JA, INFO, ALL and the like, in any language): choose another, like the book’s name.',
  },
  'keyword-of-short-code-alone': {
    field: 'keyword',
    message: 'Only a short code is shared by keywords: leave the keyword out.',
  },
  'keyword-reads-like-anothers': {
    field: 'keyword',
    message:
      'Another organisation has this keyword in another spelling, and answers do not tell them apart: choose another, or take theirs away first.',
  },
  'countries-unknown': {
    field: 'countries',
    message: 'Countries are codes of two letters (ISO 3166-1), like ES.',
  },
  'countries-of-text-and-short-code': {
    field: 'countries',
    message:
      'Only texts are registered by country, and only short codes are of some: leave the countries out.',
  },
};
