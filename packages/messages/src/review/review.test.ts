import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { REVIEW_MESSAGES } from './index.ts';

type Catalog = { readonly [key: string]: string | ((...blanks: string[]) => string) | Catalog };

/** Every text with its path, the blanks filled with marks; the forms of a plural bear one path. */
function texts(catalog: Catalog, path = ''): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]): [string, string][] => {
    const here = 'other' in catalog ? path : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object') return texts(value, here);
    const marks = Array.from({ length: value.length }, (_, index) => `⟨${index}⟩`);
    return [[here, value(...marks)]];
  });
}

/** The plurals of a catalog. */
function plurals(catalog: Catalog): Catalog[] {
  const nested = Object.values(catalog).filter((value) => typeof value === 'object');
  return 'other' in catalog ? [catalog] : nested.flatMap(plurals);
}

const blanks = (text: string) => text.match(/⟨\d⟩|#/g)?.toSorted() ?? [];

describe.each(LANGUAGES)('the review’s catalog in %s (P-11)', (language) => {
  const catalog: Catalog = REVIEW_MESSAGES[language];
  const own = texts(catalog);

  it('has the keys of the English one, no more and no fewer, and none is empty', () => {
    const keys = (of: [string, string][]) => [...new Set(of.map(([key]) => key))].toSorted();
    expect(keys(own)).toEqual(keys(texts(en)));
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('says all that it is told, the number in every form but that of the single one', () => {
    const english = new Map(texts(en).map(([key, text]) => [key, blanks(text)]));
    for (const [key, text] of own) {
      if (key === '.all' && !text.includes('#')) continue;
      expect([key, blanks(text)]).toEqual([key, english.get(key)]);
    }
  });

  it('has each form that the language’s plurals ask for', () => {
    const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const forms of plurals(catalog)) expect(Object.keys(forms).toSorted()).toEqual(rules);
  });

  it('is translated: it shares no sentence with another language', () => {
    const others = LANGUAGES.filter((other) => other !== language).flatMap((other) =>
      texts(REVIEW_MESSAGES[other]).map(([, text]) => text),
    );
    expect(own.filter(([, text]) => text.length > 25 && others.includes(text))).toEqual([]);
  });
});
