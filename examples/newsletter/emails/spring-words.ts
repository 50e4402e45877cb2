/** What the mail says, by language. */
export const SPRING_WORDS = {
  en: {
    preview: 'The spring collection is in.',
    hello: 'Hello',
    friend: 'friend',
    news: 'the light is back, and so is our spring collection.',
    nearby: 'We come to visit:',
    look: 'Have a look',
    why: 'You get this because you signed up for our newsletter.',
  },
  sv: {
    preview: 'Vårens kollektion är här.',
    hello: 'Hej',
    friend: 'vän',
    news: 'ljuset är tillbaka, och med det vår nya vårkollektion.',
    nearby: 'Vi kommer på besök:',
    look: 'Titta närmare',
    why: 'Du får detta för att du anmälde dig till vårt nyhetsbrev.',
  },
} as const;

export type SpringLanguage = keyof typeof SPRING_WORDS;
