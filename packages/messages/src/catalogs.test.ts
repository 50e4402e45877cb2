import { findGuilt, LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import {
  CAMPAIGN_MESSAGES,
  MAIL_MESSAGES,
  MEMBER_MESSAGES,
  PAGE_MESSAGES,
  REVIEW_MESSAGES,
} from './index.ts';
import { PROOF_MESSAGES } from './proof/index.ts';
import { SMS_MESSAGES } from './sms/index.ts';

interface Catalog {
  readonly [key: string]: string | ((...blanks: never[]) => string) | Catalog;
}

const AREAS = {
  pages: PAGE_MESSAGES,
  review: REVIEW_MESSAGES,
  members: MEMBER_MESSAGES,
  mails: MAIL_MESSAGES,
  campaigns: CAMPAIGN_MESSAGES,
  proof: PROOF_MESSAGES,
  sms: SMS_MESSAGES,
};

/** What a text is filled with: a mark, or one for each figure where it takes several at once. */
function mark(index: number) {
  const figures = ['campaign', 'account', 'rate', 'counted', 'sent', 'confirm', 'stop'];
  const marks = Object.fromEntries(figures.map((name) => [name, `⟨${name}⟩`]));
  return Object.assign(new String(`⟨${index}⟩`), marks) as never;
}

/** Every text with its path, the blanks filled with marks; the forms of a plural bear one path. */
function texts(catalog: Catalog, path = ''): [path: string, text: string][] {
  return Object.entries(catalog).flatMap(([key, value]): [string, string][] => {
    const here = 'other' in catalog ? path : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object') return texts(value, here);
    return [[here, value(...Array.from({ length: value.length }, (_, index) => mark(index)))]];
  });
}

function plurals(catalog: Catalog): Catalog[] {
  const nested = Object.values(catalog).filter((value) => typeof value === 'object');
  return 'other' in catalog ? [catalog] : nested.flatMap(plurals);
}

const blanks = (text: string) => text.match(/⟨\w+⟩|#/g)?.toSorted() ?? [];
/** In the form for the only one, the number may be left out. */
const WITHOUT_NUMBER = new Set(['.all', '.willBeIn']);

describe.each(Object.entries(AREAS))('the catalog of %s', (_area, catalogs) => {
  describe.each(LANGUAGES)('in %s (P-11)', (language) => {
    const catalog: Catalog = catalogs[language];
    const own = texts(catalog);
    const english = texts(catalogs.en);

    it('has the keys of the English one, no more and no fewer, and none is empty', () => {
      const keys = (of: [string, string][]) => [...new Set(of.map(([key]) => key))].toSorted();
      expect(keys(own)).toEqual(keys(english));
      expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('says all that it is told: each blank of the English text, in every form of a plural', () => {
      const wanted = new Map(english.map(([key, text]) => [key, blanks(text)]));
      for (const [key, text] of own) {
        if (WITHOUT_NUMBER.has(key) && !text.includes('#')) continue;
        expect([key, blanks(text)]).toEqual([key, wanted.get(key)]);
      }
    });

    it('has each form that the language’s plurals ask for', () => {
      const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      for (const forms of plurals(catalog)) expect(Object.keys(forms).toSorted()).toEqual(rules);
    });

    it('is translated: it shares no sentence with another language', () => {
      const others = LANGUAGES.filter((other) => other !== language).flatMap((other) =>
        texts(catalogs[other]).map(([, text]) => text),
      );
      expect(own.filter(([, text]) => text.length > 25 && others.includes(text))).toEqual([]);
    });
  });
});

it.each(LANGUAGES)('pages and campaigns make nobody feel guilty in %s (C9)', (language) => {
  const read = [...texts(PAGE_MESSAGES[language]), ...texts(CAMPAIGN_MESSAGES[language])];
  expect(read.filter(([, text]) => findGuilt(text, language) !== null)).toEqual([]);
});
