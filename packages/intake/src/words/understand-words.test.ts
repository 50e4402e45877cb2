import { KEYWORD_SETS, type Keyword, type KeywordSetKey, regimeOf } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { understandWords, type WordContext } from './understand-words.ts';

const AT = new Date('2026-12-01T12:00:00Z');
const context = (more: Partial<WordContext> = {}): WordContext => ({
  country: 'SE',
  accountCountries: [],
  languages: [],
  codewords: [],
  isShortCode: false,
  promptIsOpen: false,
  at: AT,
  ...more,
});
const act = (text: string, more: Partial<WordContext> = {}) =>
  understandWords(text, context(more)).act;

const wordsOf = (key: KeywordSetKey, means: string): readonly string[] =>
  KEYWORD_SETS[key].words.filter((each: Keyword) => each.means === means).map(({ word }) => word);

/** Research: the words that the FCC and the providers name. */
const AMERICAN =
  'STOP,STOPALL,STOP ALL,QUIT,END,CANCEL,UNSUBSCRIBE,REVOKE,OPTOUT,OPT-OUT,OPT OUT,REMOVE,TD'.split(
    ',',
  );

describe('a keyword alone', () => {
  it.each(AMERICAN)('%s leaves in the US, in any case (SM-1)', (word) => {
    for (const text of [word, word.toLowerCase(), ` ${word}. `, `"${word}!!"`, `${word} 🙏`])
      expect(act(text, { country: 'US' })).toBe('OPT_OUT');
  });

  it.each(
    ['SE', 'DK', 'DE', 'CZ', 'GB', 'US', 'CA', 'FR', 'NO', 'PL', null].flatMap((country) =>
      regimeOf(country, AT).keywords.flatMap((key) =>
        wordsOf(key, 'OPT_OUT').map((word) => [country, word] as const),
      ),
    ),
  )('in %s %s leaves, and says by which word (SM-1)', (country, word) => {
    const { act: found, why } = understandWords(word.toLowerCase(), context({ country }));
    expect(found).toBe('OPT_OUT');
    expect(why).toHaveLength(1);
  });

  it.each([
    ['”STOPP”', 'SE'],
    ['Avanmäl.', 'SE'],
    ['AVANMAL', 'SE'],
    ['STOP!!', 'DK'],
    ['stop all', 'GB'],
    ['OPT  OUT', 'GB'],
    ['OdhlásIT', 'CZ'],
    ['odhlasit', 'CZ'],
    ['STOP STOP STOP', 'SE'],
    ['S T O P', 'SE'],
    ['Stop\n', 'DE'],
  ])('%j in %s is one (SM-2)', (text, country) => {
    expect(act(text, { country })).toBe('OPT_OUT');
  });

  it('counts in the reader’s language beside the country’s', () => {
    expect(act('ABMELDEN', { country: 'DK', languages: ['de'] })).toBe('OPT_OUT');
    // Without it, the words still pause.
    expect(act('ABMELDEN', { country: 'DK' })).toBe('UNCLEAR_OPT_OUT');
    expect(act('TD', { country: 'SE' })).toBe('NONE');
  });

  it('starts a double opt-in, and no more (SM-6)', () => {
    for (const text of ['START', 'start!', 'Unstop', 'påanmäl']) expect(act(text)).toBe('OPT_IN');
    expect(act('när är start för loppet?')).toBe('NONE');
    expect(act('START tack')).toBe('NONE');
  });

  it.each([
    ['JA', 'SE', []],
    ['ja tack!', 'SE', []],
    ['Yes', 'US', []],
    ['Y', 'US', []],
    ['ANO', 'CZ', []],
    ['ja', 'DE', []],
    ['YES', 'SE', ['en']],
  ] as const)(
    '%s in %s confirms where a prompt is open, and never else (SM-6)',
    (text, country, languages) => {
      expect(act(text, { country, languages, promptIsOpen: true })).toBe('CONFIRM');
      expect(act(text, { country, languages })).toBe('NONE');
    },
  );

  it('is no yes that says more, and a stop is a stop while a prompt is open (SM-6)', () => {
    const promptIsOpen = true;
    expect(act('ja vi kommer på lördag', { promptIsOpen })).toBe('NONE');
    expect(act('nej', { promptIsOpen })).toBe('NONE');
    expect(act('STOPP', { promptIsOpen })).toBe('OPT_OUT');
    expect(act('nej sluta skicka sms', { promptIsOpen })).toBe('UNCLEAR_OPT_OUT');
  });

  it('asks for help, and in Sweden for a test (SM-11, SM-17)', () => {
    expect(['HELP', 'info', 'Hjälp!'].map((text) => act(text))).toEqual(['HELP', 'HELP', 'HELP']);
    expect(act('TEST')).toBe('TEST');
    expect(act('TEST', { country: 'DK' })).toBe('NONE');
    expect(act('Hjälp, jag hittar inte butiken')).toBe('NONE');
  });
});

describe('a codeword and STOPP (SM-5)', () => {
  const codewords = ['ROSOR', 'RÄV', 'STOPPUR'];

  it.each([
    ['ROSOR STOPP', 'OPT_OUT', 'ROSOR'],
    ['stopp rosor', 'OPT_OUT', 'ROSOR'],
    ['Räv, stop!', 'OPT_OUT', 'RÄV'],
    ['rav stopp', 'OPT_OUT', 'RÄV'],
    ['stoppur stopp', 'OPT_OUT', 'STOPPUR'],
    ['ROSOR START', 'OPT_IN', 'ROSOR'],
    ['rosor info', 'HELP', 'ROSOR'],
    ['STOPP', 'OPT_OUT', null],
    ['ROSOR', 'NONE', null],
    ['TULPANER STOPP TACK', 'UNCLEAR_OPT_OUT', null],
  ] as const)('%s is %s of %s', (text, expected, codeword) => {
    const understood = understandWords(text, context({ codewords }));
    expect([understood.act, understood.codeword]).toEqual([expected, codeword]);
  });
});

describe('what may be meant for a codeword and STOPP (SM-5)', () => {
  const codewords = ['LILJA', 'ROSOR'];

  it.each([
    ['LILLJA STOPP', null],
    ['LILJASTOPP', 'LILJA'],
    ['stopplilja', 'LILJA'],
    ['TULPAN STOPP', null],
    ['Lilja sluta nu', 'LILJA'],
    ['stopp rosor tack', 'ROSOR'],
    ['LILLJA STOPP STOPP STOPP', null],
    ['rossor avanmäl!', null],
  ] as const)('to a short code %j pauses, about %s', (text, codeword) => {
    const understood = understandWords(text, context({ codewords, isShortCode: true }));
    expect([understood.act, understood.codeword]).toEqual(['UNCLEAR_OPT_OUT', codeword]);
    expect(understood.why).toHaveLength(1);
  });

  it('pauses at one without codewords too, and leaves where any reply counts', () => {
    expect(act('LILJA STOPP', { isShortCode: true })).toBe('UNCLEAR_OPT_OUT');
    const american = { isShortCode: true, codewords, country: 'US' };
    expect(act('LILLJA STOP', american)).toBe('OPT_OUT');
  });

  it.each(['bus stop', 'Next stop Malmö', 'LILLJA STOPP'])('to a number %j is nothing', (text) => {
    expect(act(text)).toBe('NONE');
  });

  it.each([
    'nonstop',
    'Vi ses vid busstoppet',
    'Öppet nonstop i helgen?',
    'Det är stopp på E4:an',
    'Lilja tack',
    'rosor och liljor',
    'ROSOR START',
  ])('to a short code %j is no wish to leave', (text) => {
    expect(act(text, { codewords, isShortCode: true })).not.toMatch(/OPT_OUT/);
  });
});

describe('what is nearly a keyword (SM-2, E2)', () => {
  it.each([
    'stop\n\nSent from my phone',
    'Stopp\n--\nHälsningar Elsa',
    'STOPP\n> Hej Elsa! Medlemskväll i Malmö på torsdag kl. 18.',
    '> Hej Elsa!\navmäl mig\nAvanmäl',
    'SТОP',
    'ЅТОР',
    'STOРР',
    'СТОП',
    'стоп!',
    'ΣΤΟΠ',
    'st0p',
    'STO P',
    'S TOPP',
    'STOPP!!!!!!1',
    'STOPP 1',
    'STOPP.ROSOR',
    'unsubscribe Elsa',
  ])('%j pauses at once, and somebody looks', (text) => {
    expect(act(text)).toBe('UNCLEAR_OPT_OUT');
  });

  it.each([
    '1',
    '0',
    '10',
    'Да',
    'спасибо',
    'ОК',
    'Stop by whenever you can',
    'Hej!\nKommer ni på lördag?\nMvh Elsa',
    'Tack\nElsa',
    'lördag\nslutar vi kl. 5',
    'to p',
    'non stop',
    'bus stop 1',
  ])('%j is none', (text) => {
    expect(act(text)).toBe('NONE');
  });

  it('agrees to nothing, and begins nothing', () => {
    for (const text of ['J А', 'ЈА', 'JA\nElsa', 'S TART', 'START\nElsa', 'START 1'])
      expect(act(text, { promptIsOpen: true }), text).toBe('NONE');
  });
});

describe('a word of ours among others (SM-3)', () => {
  it.each([
    'please STOP',
    'Stop sending me this',
    'ok STOP',
    'you need to stop all of this',
    'I want to opt out now',
    'just unsubscribe me already',
    'see you at the bus stop',
  ])('%j leaves from a number of the US, where any reply counts', (text) => {
    expect(act(text, { country: 'US' })).toBe('OPT_OUT');
    expect(act(text, { country: 'US', at: new Date('2025-04-10T12:00:00Z') })).not.toBe('OPT_OUT');
    for (const country of ['SE', 'GB', 'CA', null])
      expect(act(text, { country })).not.toBe('OPT_OUT');
  });

  it.each(['please STOP', 'Stop sending me this', 'ok STOP', 'I want to opt out now'])(
    '%j pauses elsewhere',
    (text) => {
      for (const country of ['SE', 'DK', 'DE', 'CZ', 'GB', 'FR', null])
        expect(act(text, { country })).toBe('UNCLEAR_OPT_OUT');
    },
  );

  it.each([
    'nonstop',
    'Öppet nonstop i helgen?',
    'See you at the bus stop at 8',
    'Vi ses vid busstoppet',
    'non-stop flight to Oslo?',
    'bus stop',
    'Next stop Malmö',
    'the weekend was great',
    'Stop by whenever',
    'I can’t stop laughing',
    'Det är stopp på E4:an',
    'Das Ende der Straße',
    'konec akce je kdy?',
    'Christopher Stopper ringde',
  ])('%j is nothing outside the US, and END or CANCEL in a sentence nothing in it', (text) => {
    for (const country of ['SE', 'DK', 'DE', 'CZ', 'GB', 'FR', null])
      expect(act(text, { country })).toBe('NONE');
  });

  it('of those that stand in many a sentence is nothing in the US either', () => {
    for (const text of ['the weekend was the end of it', 'Can I cancel one ticket?'])
      expect(act(text, { country: 'US' })).toBe('NONE');
  });
});

describe('what it says of itself', () => {
  it('names the keyword, or the words as they were written', () => {
    expect(understandWords('stopp', context())).toEqual({
      act: 'OPT_OUT',
      keyword: 'STOPP',
      codeword: null,
      why: ['STOPP'],
    });
    const free = understandWords('Snälla, sluta messa mig!', context());
    expect(free).toMatchObject({ act: 'UNCLEAR_OPT_OUT', keyword: null });
    expect(free.why).toEqual(['Snälla sluta messa mig']);
  });

  it('names words that two rules fit once, and what stands elsewhere beside them', () => {
    const { why } = understandWords(
      'Hej igen. Jag vill inte längre få några fler sms från er. Tack för allt, men sluta skicka sms.',
      context(),
    );
    const words = why.flatMap((each) => each.split(' '));
    expect(why.length).toBeGreaterThan(1);
    for (const word of ['vill', 'inte', 'skicka'])
      expect(words.filter((each) => each === word)).toEqual([word]);
  });

  it.each(['', ' ', '🙂', '...', '\u0000', '\ud83d', '1'])('of %j is nothing', (text) => {
    expect(understandWords(text, context({ promptIsOpen: true }))).toEqual({
      act: 'NONE',
      keyword: null,
      codeword: null,
      why: [],
    });
  });
});

describe('a keyword that asks for something else', () => {
  const others = Object.values(KEYWORD_SETS).flatMap(({ words }) =>
    words.filter((each: Keyword) => each.means !== 'OPT_OUT').map(({ word }) => word),
  );

  it.each(others)('%s is no wish to leave where it is no keyword either (SM-6)', (word) => {
    for (const text of [word, word.toLowerCase(), `${word}!`])
      expect(act(text, { country: 'BR' })).not.toMatch(/OPT_OUT/);
  });
});

describe('hostile text', () => {
  const pieces = [
    ['line breaks', '\n'],
    ['dashes', '-'],
    ['combining marks', '\u0301\u0323'],
    ['words that begin a wish', 'sluta '],
    ['words that begin all of them', 'no stop please dont inte kein nechci gider '],
    ['sentences of one letter', 'a. '],
    ['letters without end', 'a'],
    ['wide compatibility forms', '\ufdfa'],
    ['blanks', ' \t'],
  ] as const;

  const timeOf = (text: string): number => {
    const before = process.cpuUsage();
    understandWords(text, context({ codewords: ['ROSOR'] }));
    return process.cpuUsage(before).user / 1_000;
  };

  it.each(pieces)('32 kB of %s take no more time than 4 kB do, and little', (_what, piece) => {
    const long = piece.repeat(32_768 / piece.length);
    timeOf(long);
    const [first, second] = [timeOf(long), timeOf(long)];
    expect(Math.min(first, second)).toBeLessThan(500);
    expect(timeOf(piece.repeat(4_000_000 / piece.length))).toBeLessThan(1_000);
  });
});
