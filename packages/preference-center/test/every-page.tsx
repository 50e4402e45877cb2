import type { ReactNode } from 'react';
import {
  FIGURES,
  planned,
  QUARANTINE,
  REPORT,
  REPORTS,
  review,
  reviewed,
} from './review-samples.ts';
import {
  BRAND,
  DOUBLE_OPT_IN,
  FORM,
  LINK_STATES,
  newsletter,
  optOut,
  PERSONAL_DATA,
  SIGN_UP_FORM,
} from './samples.ts';
import type { PreferenceView, ReviewView } from '../app/api/operations.ts';
import { LinkPage } from '../app/double-opt-in/link-page.tsx';
import { DataPage } from '../app/personal-data/data-page.tsx';
import { NotFound } from '../app/errors/not-found.tsx';
import { PreferencesPage } from '../app/preferences/preferences-page.tsx';
import { SignUpAskedPage } from '../app/sign-up/sign-up-asked-page.tsx';
import { SignUpPage } from '../app/sign-up/sign-up-page.tsx';
import { Unavailable } from '../app/errors/unavailable.tsx';
import type { Done } from '../app/preferences/done.ts';
import { FiguresPage } from '../app/review/figures/figures-page.tsx';
import { ReportPage } from '../app/review/reports/report-page.tsx';
import { ReportsPage } from '../app/review/reports/reports-page.tsx';
import { ReviewPage } from '../app/review/review-page.tsx';
import { AskedPage, EndedPage, SignedOutPage, SignInPage } from '../app/review/sign-in-page.tsx';

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
    deferral: null,
    posted: null,
  };
  return <ReviewPage {...{ token, view, reader, now, ...rest, ...more }} />;
}
const left = optOut();
/** Every page in every state, as English readers meet it. */
export const PAGES: readonly (readonly [string, ReactNode])[] = [
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
        inFlight: [{ subject: 'Offers in November', until: '2026-11-24T10:32:30Z' }],
      },
      'left',
    ),
  ],
  ['declined', preferences({ purpose: 'SERVICE', optOut: { ...left, state: 'DECLINED' } })],
  ['reverted', preferences({ purpose: 'SERVICE', optOut: { ...left, state: 'REVERTED' } })],
  ...(['settings', 'return', 'reason', 'data', 'outdated'] as const).map(
    (done) => [done, preferences({}, done)] as const,
  ),
  ...Object.entries(LINK_STATES).map(([state, view]) => {
    const props = { token, view, reader, posted: null };
    return [`a confirmation link: ${state}`, <LinkPage key="1" {...props} />] as const;
  }),
  [
    'another confirmation mail asked for',
    <LinkPage key="1" {...{ token, view: DOUBLE_OPT_IN, reader, posted: 'ask' as const }} />,
  ],
  ['one’s own data', <DataPage key="1" {...{ token, view: PERSONAL_DATA, language }} />],
  ...(['address', 'outdated'] as const).map((error) => {
    const props = { id: FORM, view: SIGN_UP_FORM, language, posted: { error, address: 'x' } };
    return [`a form with its ${error} wrong`, <SignUpPage key="1" {...props} />] as const;
  }),
  ['a form posted', <SignUpAskedPage key="1" {...{ view: SIGN_UP_FORM, language }} />],
  ['an unknown link', <NotFound key="1" language={language} />],
  ['an unknown confirmation link', <NotFound key="1" language={language} opened="asked" />],
  ['a form that is gone', <NotFound key="1" language={language} opened="form" />],
  [
    'a topic of a book',
    preferences({ scope: { kind: 'TOPIC', id: 'topic_1', name: 'Product news' } }),
  ],
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
