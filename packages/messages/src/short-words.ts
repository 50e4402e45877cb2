/** Czech words of one letter, which its typography does not leave at the end of a line (ČSN 01 6910). */
const SHORT_WORD = /(?<=(?:^|[\s(„])[aikosuvz]) (?=\S)/giu;
const NO_BREAK = '\u00a0';

/** A catalog whose texts hold a word of one letter to the next one. Names that come into them are held likewise. */
export function withShortWordsHeld<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(SHORT_WORD, NO_BREAK) as Value;
  if (typeof value === 'function')
    return new Proxy(value, {
      apply: (say, _this, blanks) =>
        withShortWordsHeld(Reflect.apply(say, undefined, blanks) as unknown),
    });
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withShortWordsHeld(inner as unknown)]),
  ) as Value;
}
