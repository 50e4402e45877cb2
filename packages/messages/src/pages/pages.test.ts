import { findGuilt, LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { PAGE_MESSAGES } from './index.ts';

type Catalog = { readonly [key: string]: string | ((...blanks: string[]) => string) | Catalog };

/** Every text of a catalog with its path, the blanks filled with marks. */
function texts(catalog: Catalog, path = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]): [string, string][] => {
    const here = path + key;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object') return texts(value, `${here}.`);
    const marks = Array.from({ length: value.length }, (_, index) => `⟨${index}⟩`);
    return [[here, value(...marks)]];
  });
}

describe.each(LANGUAGES)('the catalog in %s (P-11)', (language) => {
  const own = texts(PAGE_MESSAGES[language]);

  it('has the keys of the English one, no more and no fewer, and none is empty', () => {
    expect(own.map(([key]) => key).toSorted()).toEqual(
      texts(en)
        .map(([key]) => key)
        .toSorted(),
    );
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('says all that it is told: each blank of the English text appears', () => {
    const blanks = (text: string) => text.match(/⟨\d⟩/g)?.toSorted() ?? [];
    const english = new Map(texts(en).map(([key, text]) => [key, blanks(text)]));
    for (const [key, text] of own) expect([key, blanks(text)]).toEqual([key, english.get(key)]);
  });

  it('is translated: it shares no sentence with another language', () => {
    const others = LANGUAGES.filter((other) => other !== language).flatMap((other) =>
      texts(PAGE_MESSAGES[other]).map(([, text]) => text),
    );
    expect(own.filter(([, text]) => text.length > 25 && others.includes(text))).toEqual([]);
  });

  it('makes nobody feel guilty (C9)', () => {
    expect(own.filter(([, text]) => findGuilt(text, language) !== null)).toEqual([]);
  });
});
