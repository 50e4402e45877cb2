import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createRoutesStub } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import {
  FIGURES,
  planned,
  QUARANTINE,
  REPORT,
  REPORTS,
  review,
  reviewed,
} from '../../test/review-samples.ts';
import {
  BRAND,
  DOUBLE_OPT_IN,
  FORM,
  newsletter,
  optOut,
  PERSONAL_DATA,
  SIGN_UP_FORM,
} from '../../test/samples.ts';
import type { PreferenceView, ReviewView } from '../api/operations.ts';
import { ConfirmPage } from '../double-opt-in/confirm-page.tsx';
import { ConfirmedPage } from '../double-opt-in/confirmed-page.tsx';
import { DataPage } from '../personal-data/data-page.tsx';
import { NotFound } from '../errors/not-found.tsx';
import { PreferencesPage } from '../preferences/preferences-page.tsx';
import { SignUpAskedPage } from '../sign-up/sign-up-asked-page.tsx';
import { SignUpPage } from '../sign-up/sign-up-page.tsx';
import { Unavailable } from '../errors/unavailable.tsx';
import type { Done } from '../preferences/done.ts';
import { FiguresPage } from '../review/figures/figures-page.tsx';
import { ReportPage } from '../review/reports/report-page.tsx';
import { ReportsPage } from '../review/reports/reports-page.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { AskedPage, EndedPage, SignedOutPage, SignInPage } from '../review/sign-in-page.tsx';

/** Texts of a catalog stand between ⟦ and ⟧, so that whatever does not was written into a page. */
vi.mock('@adieu/messages', async (original) => {
  const real = await original<typeof import('@adieu/messages')>();
  const { PAGE_MESSAGES, REVIEW_MESSAGES } = real;
  return {
    ...real,
    PAGE_MESSAGES: pseudo(PAGE_MESSAGES),
    REVIEW_MESSAGES: pseudo(REVIEW_MESSAGES),
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

const reader = { language: 'en', timeZone: 'UTC' } as const;
const { language } = reader;
const now = new Date('2026-11-25T08:00:00Z');
const token = 'token';

function preferences(changes: Partial<PreferenceView>, done: Done | null = null): ReactNode {
  const view = newsletter(changes).preferences as PreferenceView;
  return <PreferencesPage {...{ token, view, reader, done, now }} />;
}
function reviewPage(changes: Partial<ReviewView>, more = {}): ReactNode {
  const view = review(changes).review;
  const rest = {
    book: null,
    after: null,
    plan: null,
    pageKey: 'key',
    tooLate: false,
    posted: null,
  };
  return <ReviewPage {...{ token, view, reader, now, ...rest, ...more }} />;
}
const left = optOut();
const PAGES: readonly (readonly [string, ReactNode])[] = [
  ['settings', preferences({ pausedUntil: '2026-12-24T00:00:00Z', brand: BRAND })],
  ['exempt', preferences({ exempt: true, purpose: 'SERVICE' })],
  ['service', preferences({ purpose: 'SERVICE' })],
  ['transactional', preferences({ purpose: 'TRANSACTIONAL' })],
  ['left', preferences({ allMarketing: left, mayReturn: true }, 'left')],
  [
    'paused, with a message under way',
    preferences(
      {
        purpose: 'SERVICE',
        optOut: {
          ...left,
          state: 'PENDING',
          deadline: '2026-12-01T10:00:00Z',
          onTimeout: 'REVERT',
        },
        inFlight: [{ campaignName: 'November', until: '2026-11-24T10:32:30Z' }],
      },
      'left',
    ),
  ],
  ['declined', preferences({ purpose: 'SERVICE', optOut: { ...left, state: 'DECLINED' } })],
  ['reverted', preferences({ purpose: 'SERVICE', optOut: { ...left, state: 'REVERTED' } })],
  ...(['settings', 'return', 'reason', 'data', 'outdated'] as const).map(
    (done) => [done, preferences({}, done)] as const,
  ),
  ['a return to confirm', <ConfirmPage key="1" {...{ token, view: DOUBLE_OPT_IN, reader }} />],
  ...[
    { __typename: 'Expired' } as const,
    { __typename: 'Superseded' } as const,
    {
      __typename: 'DoubleOptInConfirmed',
      scope: { kind: 'BOOK', id: 'book_1', name: 'Newsletter' },
      confirmedAt: '2026-11-24T10:40:00Z',
    } as const,
  ].map((result) => {
    const props = { result: result as never, view: DOUBLE_OPT_IN, reader };
    return [result.__typename, <ConfirmedPage key="1" {...props} />] as const;
  }),
  ['one’s own data', <DataPage key="1" {...{ token, view: PERSONAL_DATA, language }} />],
  ...(['address', 'outdated'] as const).map((error) => {
    const props = { id: FORM, view: SIGN_UP_FORM, language, posted: { error, address: 'x' } };
    return [`a form with its ${error} wrong`, <SignUpPage key="1" {...props} />] as const;
  }),
  ['a form posted', <SignUpAskedPage key="1" {...{ view: SIGN_UP_FORM, language }} />],
  ['an unknown link', <NotFound key="1" language={language} />],
  ['away', <Unavailable key="1" language={language} />],
  ['unsure', <Unavailable key="1" language={language} retry={{ action: '/p/x', fields: [] }} />],
  [
    'a review',
    reviewPage({
      waiting: {
        nodes: [reviewed({ words: 'Enough', givenReason: null }), reviewed({ mayDecline: false })],
        pageInfo: { hasNextPage: true, endCursor: 'end' },
      },
      recentlyDecided: [
        reviewed({
          state: 'DECLINED',
          decidedAt: '2026-11-24T10:32:00Z',
          decidedBy: { kind: 'ADMIN', name: 'Eva Lind' },
        }),
      ],
    }),
  ],
  [
    'suspected robots',
    reviewPage(
      {
        quarantines: [QUARANTINE],
        waiting: {
          nodes: [reviewed({ suspicion: 'BURST' })],
          pageInfo: { hasNextPage: false, endCursor: null },
        },
      },
      {
        posted: {
          form: { ids: [], all: false, quarantine: QUARANTINE.id, reason: '', decision: 'DECLINE' },
          error: 'reasonMissing',
        },
      },
    ),
  ],
  ['a decision planned', reviewPage({ planned: [planned()] }, { plan: 'plan_1' })],
  [
    'a decision carried out in part',
    reviewPage(
      { planned: [planned({ state: 'CARRIED_OUT', carriedOut: 1, refused: 1 })] },
      { plan: 'plan_1', tooLate: true },
    ),
  ],
  ['figures', <FiguresPage key="1" {...{ token, view: FIGURES.review as never, language }} />],
  ['reports', <ReportsPage key="1" {...{ token, view: REPORTS.review, reader, after: null }} />],
  [
    'a report',
    <ReportPage
      key="1"
      {...{ token, view: REPORT.review as never, reader, after: null }}
      campaign={REPORT.review.campaign as never}
    />,
  ],
  ['sign-in', <SignInPage key="1" language={language} wrong="no address" />],
  ['asked', <AskedPage key="1" language={language} />],
  ['signed out', <SignedOutPage key="1" language={language} />],
  ['ended', <EndedPage key="1" language={language} />],
];

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
  ]),
  'Enough',
  'co•••.test',
  'Eva Lind',
  'November',
  'English',
  'Svenska',
  'Čeština',
  'Deutsch',
  'Dansk',
].toSorted((a, b) => b.length - a.length);

/** As the formats of English write it. */
const DATE = /\d+ (?:Nov|Dec)\w*(?: \d{4} at)?|\d\d:\d\d(?::\d\d)? UTC/g;

function names(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').filter((text) => text.length > 3);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(names) : [];
}

/** Texts of a page, and of the attributes that are read out, without what stands in a catalog or is data. */
function strayWords(page: ReactNode): string[] {
  const Stub = createRoutesStub([{ path: '/', Component: () => page }]);
  const html = renderToStaticMarkup(<Stub />).replace(/<style>.*?<\/style>/gs, '');
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
  it.each(PAGES)('%s', (_name, page) => {
    expect(strayWords(page)).toEqual([]);
  });

  it('which a page with a word written into it does not pass', () => {
    expect(strayWords(<p title="Stray">⟦Fine⟧ but this is not</p>)).toHaveLength(2);
  });
});
