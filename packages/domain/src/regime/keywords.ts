/** What a word asks for where it is the whole message. */
export const KEYWORD_MEANINGS = ['OPT_OUT', 'OPT_IN', 'CONFIRM', 'HELP', 'TEST'] as const;
export type KeywordMeaning = (typeof KEYWORD_MEANINGS)[number];

/** `FOUND`: in a law or a provider's page. `SECOND_HAND`: told by others. `ADIEU`: taken by us, as none was found. */
export type KeywordBasis = 'FOUND' | 'SECOND_HAND' | 'ADIEU';

/** As people are told to write it; compared in its normal form. */
export interface Keyword {
  readonly word: string;
  readonly means: KeywordMeaning;
  readonly basis: KeywordBasis;
}

export interface KeywordSet {
  readonly words: readonly Keyword[];
  /** Where those that were found stand. */
  readonly source: string;
}

type Words = Partial<Readonly<Record<KeywordMeaning, readonly string[]>>>;

/** Each list of words is one text, separated by commas, as a keyword may be two words. */
function keywords(source: string, by: Partial<Record<KeywordBasis, Words>>): KeywordSet {
  const words = Object.entries(by).flatMap(([basis, meanings]) =>
    Object.entries(meanings).flatMap(([means, list]) =>
      list.map((word) => ({
        word,
        means: means as KeywordMeaning,
        basis: basis as KeywordBasis,
      })),
    ),
  );
  return { words, source };
}

/**
 * The words that act alone, by language; `ANY` counts everywhere, `US` and `SE_SHORT_CODE` where their regime says so. A
 * changed set is a new one with a new name, named by a new version of the regimes that take it: what a word meant on a day stays
 * to be read.
 */
export const KEYWORD_SETS = {
  ANY: keywords('Twilio, AWS, Telnyx and HubSpot act upon each in every country', {
    FOUND: {
      OPT_OUT: ['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'OPTOUT', 'OPT-OUT', 'OPT OUT'],
      OPT_IN: ['START', 'UNSTOP'],
      HELP: ['HELP', 'INFO'],
    },
    ADIEU: { OPT_OUT: ['STOPP'] },
  }),
  en: keywords('47 CFR 64.1200(a)(10); Twilio; AWS; Telnyx; HubSpot', {
    FOUND: {
      OPT_OUT: ['QUIT', 'END', 'CANCEL', 'REVOKE', 'REMOVE'],
      OPT_IN: ['SUBSCRIBE'],
      CONFIRM: ['YES', 'Y'],
    },
    ADIEU: { CONFIRM: ['YES PLEASE'] },
  }),
  US: keywords('AWS', { FOUND: { OPT_OUT: ['TD'] } }),
  fr: keywords('Twilio Proxy; AWS; CM.com', {
    FOUND: { OPT_OUT: ['ARRET', 'ARRÊT', 'ARRETE', 'ARRETT'] },
    ADIEU: { HELP: ['AIDE'], CONFIRM: ['OUI'] },
  }),
  sv: keywords('TellusTalk; ip1sms.com', {
    FOUND: { OPT_OUT: ['STOPP'] },
    ADIEU: {
      OPT_OUT: ['STOPP ALLT', 'AVANMÄL', 'AVREGISTRERA', 'AVSLUTA', 'SLUTA'],
      OPT_IN: ['PÅANMÄL'],
      CONFIRM: ['JA', 'J', 'JA TACK'],
      HELP: ['HJÄLP'],
    },
  }),
  SE_SHORT_CODE: keywords('Twilio: short codes of Sweden', { FOUND: { TEST: ['TEST'] } }),
  da: keywords('inmobile.dk', {
    ADIEU: {
      OPT_OUT: ['STOP ALT', 'AFMELD', 'AFMELDING', 'FRAMELD'],
      OPT_IN: ['TILMELD'],
      CONFIRM: ['JA', 'J', 'JA TAK'],
      HELP: ['HJÆLP'],
    },
  }),
  de: keywords('Twilio: short codes of Germany ask for no words', {
    ADIEU: {
      OPT_OUT: ['STOP ALLES', 'ABMELDEN', 'ABMELDUNG', 'ENDE', 'ABBESTELLEN'],
      CONFIRM: ['JA', 'J', 'JA BITTE'],
      HELP: ['HILFE'],
    },
  }),
  cs: keywords('etechblog.cz', {
    SECOND_HAND: { OPT_OUT: ['ODHLÁSIT', 'KONEC', 'ZRUŠIT'] },
    ADIEU: {
      OPT_OUT: ['ODHLÁSIT SE'],
      CONFIRM: ['ANO', 'ANO PROSÍM'],
      HELP: ['POMOC'],
    },
  }),
  nb: keywords('none found', { ADIEU: { OPT_OUT: ['SLUTT', 'AVMELD'], CONFIRM: ['JA'] } }),
  fi: keywords('none found', { ADIEU: { OPT_OUT: ['LOPETA'], CONFIRM: ['KYLLÄ'] } }),
  nl: keywords('none found', { ADIEU: { OPT_OUT: ['AFMELDEN'], CONFIRM: ['JA'] } }),
  es: keywords('none found', { ADIEU: { OPT_OUT: ['BAJA'], CONFIRM: ['SI'] } }),
  pl: keywords('none found', { ADIEU: { OPT_OUT: ['REZYGNUJ'], CONFIRM: ['TAK'] } }),
} as const satisfies Readonly<Record<string, KeywordSet>>;
export type KeywordSetKey = keyof typeof KEYWORD_SETS;
