import { describe, expect, it } from 'vitest';
import { LONGEST_REASON_TEXT, MOST_OWN_REASONS, refuseReasons, wordsFor } from './own-reasons.ts';

const reason = (key: string, texts = { en: 'Too dear', sv: 'För dyrt' }) => ({ key, texts });

describe('an account’s own reasons (F4)', () => {
  it.each([
    ['a list', [reason('TOO_DEAR'), reason('MOVED_2')]],
    ['none: Adieu’s own come back', []],
    ['one language', [{ key: 'A', texts: { cs: 'Stěhuji se' } }]],
  ])('may be %s', (_what, reasons) => {
    expect(refuseReasons(reasons)).toBeNull();
  });

  it.each([
    [
      'too-many-reasons',
      Array.from({ length: MOST_OWN_REASONS + 1 }, (_, i) => reason(`R${i}`)),
      {},
    ],
    ['key-twice', [reason('A'), reason('A')], {}],
    ['not-a-key', [reason('too dear')], { key: 'too dear' }],
    ['languages-differ', [reason('A'), { key: 'B', texts: { en: 'One' } }], { key: 'B' }],
    ['languages-differ', [{ key: 'A', texts: {} }], { key: 'A' }],
    [
      'not-plain',
      [reason('A', { en: 'x'.repeat(LONGEST_REASON_TEXT + 1), sv: 'x' })],
      { key: 'A' },
    ],
    ['not-plain', [reason('A', { en: '', sv: 'x' })], { key: 'A' }],
    [
      'guilt-tripping',
      [reason('A', { en: 'I regret nothing', sv: 'Inget' })],
      { key: 'A', word: 'regret' },
    ],
  ])('are refused: %s', (refused, reasons, more) => {
    expect(refuseReasons(reasons)).toEqual({ refused, ...more });
  });
});

describe('the words of a reason', () => {
  it.each([
    [{ en: 'One', sv: 'Ett' }, 'sv', 'sv'],
    [{ en: 'One', sv: 'Ett' }, 'cs', 'en'],
    [{ de: 'Eins', sv: 'Ett' }, 'cs', 'sv'],
    [{ de: 'Eins' }, null, 'de'],
    [{}, 'en', undefined],
  ])('of %j for a reader of %s are in %s', (texts, language, found) => {
    expect(wordsFor(texts, language)?.language).toBe(found);
  });
});
