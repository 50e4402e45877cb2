import { countries } from '@adieu/domain';
import { consentDeclaration } from '@adieu/messages';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createRoutesStub } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { INVITATION, ME } from '../../test/member-samples.ts';
import { FIGURES, planned, REPORT, REPORTS, review } from '../../test/review-samples.ts';
import {
  BRAND,
  DOUBLE_OPT_IN,
  newsletter,
  PERSONAL_DATA,
  SIGN_UP_FORM,
} from '../../test/samples.ts';
import { SETUP_DONE } from '../../test/setup-samples.ts';
import { pagesFor } from '../../test/every-page.tsx';

/** Texts of a catalog stand between ⟦ and ⟧, so that whatever does not was written into a page. */
vi.mock('@adieu/messages', async (original) => {
  const real = await original<typeof import('@adieu/messages')>();
  const { MEMBER_MESSAGES, PAGE_MESSAGES, REVIEW_MESSAGES, SETUP_MESSAGES } = real;
  return {
    ...real,
    MEMBER_MESSAGES: pseudo(MEMBER_MESSAGES),
    PAGE_MESSAGES: pseudo(PAGE_MESSAGES),
    REVIEW_MESSAGES: pseudo(REVIEW_MESSAGES),
    SETUP_MESSAGES: pseudo(SETUP_MESSAGES),
  };
});

function pseudo<Value>(value: Value): Value {
  if (typeof value === 'string') return `⟦${value}⟧` as Value;
  if (typeof value === 'function')
    return ((...blanks: unknown[]) => pseudo(value(...blanks) as unknown)) as Value;
  if (Array.isArray(value)) return value.map(pseudo) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, pseudo(inner as unknown)]),
  ) as Value;
}

/** What the samples and the formats of dates and numbers bring: everything else is words. */
const DATA = [
  ...names([
    newsletter(),
    DOUBLE_OPT_IN,
    SIGN_UP_FORM,
    PERSONAL_DATA,
    BRAND,
    review(),
    FIGURES,
    REPORTS,
    REPORT,
    planned(),
    ME,
    INVITATION,
    SETUP_DONE,
  ]),
  consentDeclaration('en', 'Fjordkraft', DOUBLE_OPT_IN.scope),
  'Enough',
  'absent-subscriber-permanently',
  'co•••.test',
  'Eva Lind',
  'Firefox',
  'Linux',
  'Nordlys Konto',
  'November',
  'English',
  'Svenska',
  'Čeština',
  'Deutsch',
  'Dansk',
].toSorted((a, b) => b.length - a.length);

/** What Intl names, to be chosen from. */
const REGIONS = new Intl.DisplayNames('en-GB', { type: 'region' });
const OFFERED = new Set([
  ...countries().map((code) => REGIONS.of(code)),
  ...Intl.supportedValuesOf('timeZone'),
]);

/** As the formats of English write it. */
const DATE = /\d+\s(?:Nov|Dec)\w*(?: \d{4} at)?|\d\d:\d\d(?::\d\d)?\sUTC/g;

function names(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').filter((text) => text.length > 3);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(names) : [];
}

/** Texts of a page, and of the attributes that are read out, without what stands in a catalog or is data. */
function strayWords(page: ReactNode): string[] {
  const Stub = createRoutesStub([{ path: '/', Component: () => page }]);
  const html = renderToStaticMarkup(<Stub />)
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<option[^>]*>([^<]*)<\/option>/g, (all, text: string) =>
      OFFERED.has(unescape(text)) ? '' : all,
    );
  const read = [...html.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)];
  const texts = [...html.replace(/<[^>]*>/g, '\n').split('\n'), ...read.map(([, text]) => text!)];
  return texts
    .map(unescape)
    .map((text) => {
      let rest = text.replace(DATE, '');
      while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
      return DATA.reduce((less, name) => less.replaceAll(name, ''), rest);
    })
    .filter((text) => /\p{L}{2}/u.test(text));
}

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

describe('no page holds words of its own: all stand in the catalogs (X-4)', () => {
  it.each(pagesFor({ language: 'en', timeZone: 'UTC' }))('%s', (_name, page) => {
    expect(strayWords(page)).toEqual([]);
  });

  it('which a page with a word written into it does not pass', () => {
    expect(strayWords(<p title="Stray">⟦Fine⟧ but this is not</p>)).toHaveLength(2);
  });
});
