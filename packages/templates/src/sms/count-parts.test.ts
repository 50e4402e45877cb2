import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { count } from 'sms-length';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { countParts, countSms } from './count-parts.ts';

const BASIC = '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛÆæßÉ !"#¤%&\'()*+,-./0189:;<=>?¡AZÄÖÑÜ§¿azäöñüà'.split('');
const EXTENSION = '^{}\\[~]|€'.split('');
const WIDE = ['ě', 'š', 'Ž', 'ý', 'Ж', 'א', '”', '–', '…', '\u00a0', '中'];
const PAIRS = ['😀', '🇸🇪', '👨‍👩‍👧', '𝗦', 'e\u0301', '\ud83d', '\r\n', '\u0000'];

const texts = (...units: readonly string[][]) =>
  fc.array(fc.constantFrom(...units.flat()), { maxLength: 400 }).map((all) => all.join(''));
const runs = { numRuns: 2_500, seed: 14 };

/** The library’s own filling of parts, one character after another. */
function filled(text: string) {
  const { encodingName, numberOfCharacters, segmentsCount } = new SegmentedMessage(text);
  return { encoding: encodingName, characters: numberOfCharacters, parts: segmentsCount };
}

describe('10,000 random texts have the parts that two libraries count (SM-14)', () => {
  it.each([
    ['of the basic set', texts(BASIC)],
    ['with letters beyond GSM-7', texts(BASIC, WIDE)],
  ])('%s: both agree', (_what, text) => {
    fc.assert(
      fc.property(text, (each) => {
        const { messages } = count(each);
        expect(countParts(each)).toEqual(filled(each));
        expect(countParts(each).parts).toBe(Math.max(1, messages));
      }),
      runs,
    );
  });

  it.each([
    ['of the extension', texts(BASIC, EXTENSION)],
    ['with pairs and what joins', texts(BASIC, EXTENSION, WIDE, PAIRS)],
  ])('%s: no character is split, which the plain sum does not know', (_what, text) => {
    fc.assert(
      fc.property(text, (each) => {
        const { messages } = count(each);
        expect(countParts(each)).toEqual(filled(each));
        expect(countParts(each).parts).toBeGreaterThanOrEqual(Math.max(1, messages));
      }),
      runs,
    );
  });
});

describe('the count of a text (A2, SM-14)', () => {
  it.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    // A euro takes two of 153 places: 76 fit into a part, and one place stays empty.
    ['€'.repeat(153), 'GSM-7', 306, 3],
    ['č'.repeat(70), 'UCS-2', 70, 1],
    ['č'.repeat(71), 'UCS-2', 71, 2],
    ['č'.repeat(134), 'UCS-2', 134, 2],
    ['č'.repeat(135), 'UCS-2', 135, 3],
    ['😀'.repeat(35), 'UCS-2', 35, 1],
    ['😀'.repeat(36), 'UCS-2', 36, 2],
    // A pair takes two of 67 places: 33 fit.
    ['😀'.repeat(67), 'UCS-2', 67, 3],
    ['räksmörgås åäö ÅÄÖ æøÆØ üß', 'GSM-7', 26, 1],
  ] as const)('of %j', (text, encoding, characters, parts) => {
    expect(countSms(text)).toMatchObject({ encoding, characters, parts });
  });

  it.each([
    ['Hej', null, null],
    ['räksmörgås €', null, null],
    ['Ahoj Žaneto, příští týden', 'Ž', 'Ahoj Zaneto, pristi tyden'],
    ['„Rea” – idag…', '„', '"Rea" - idag...'],
    ['½ pris för Zoë', '½', '1/2 pris för Zoe'],
    ['Rea 😀', '😀', null],
    ['Привет', 'П', null],
    ['hej\u00a0du', '\u00a0', 'hej du'],
    // A letter that GSM-7 has keeps its accent.
    ['è ě', 'ě', 'è e'],
  ])('%j is forced by %j, and offered as %j', (text, forcedBy, replacement) => {
    const counted = countSms(text);
    expect([counted.forcedBy, counted.replacement]).toEqual([forcedBy, replacement]);
    if (replacement !== null) expect(countSms(replacement).encoding).toBe('GSM-7');
  });

  it('of a text as long as one may be takes little of the processor', () => {
    for (const piece of ['a', '€', 'ž', '😀', 'e\u0301', '\ud83d', '\u200d']) {
      const before = process.cpuUsage();
      countSms(piece.repeat(10_000 / piece.length));
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
    }
  });
});

const corpus = join(import.meta.dirname, '../../../../../shared/corpora/sms-segments/cases.json');
const isThere = existsSync(corpus);
if (!isThere) console.warn(`SKIPPED: the corpus of SMS segments is not there (${corpus})`);

interface Case {
  readonly name: string;
  readonly text: string;
  readonly encoding: string;
  readonly segments: number;
  readonly characters: number;
}
const cases = isThere ? (JSON.parse(readFileSync(corpus, 'utf8')) as Case[]) : [];

describe.skipIf(!isThere)('the cases of the corpus', () => {
  it.each(cases)('$name (SM-14)', ({ text, encoding, segments, characters }) => {
    expect(countSms(text)).toMatchObject({ encoding, parts: segments, characters });
  });
});
