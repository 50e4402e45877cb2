import type { Reader } from '@adieu/messages';
import type { ReactNode } from 'react';
import {
  FIGURES,
  planned,
  QUARANTINE,
  REPORT,
  SMS_REPORTED,
  REPORTS,
  review,
  reviewed,
} from './review-samples.ts';
import type { ReviewView } from '../app/api/operations.ts';
import { FiguresPage } from '../app/review/figures/figures-page.tsx';
import { ReportPage } from '../app/review/reports/report-page.tsx';
import { ReportsPage } from '../app/review/reports/reports-page.tsx';
import { ReviewPage } from '../app/review/review-page.tsx';
import { SetupBegunPage, SetupDonePage } from '../app/setup/setup-done-page.tsx';
import { SetupPage } from '../app/setup/setup-page.tsx';
import { SETUP_DONE, SETUP_POST } from './setup-samples.ts';

const now = new Date('2026-11-25T08:00:00Z');
const token = 'token';
const nobody = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

function reviewPage(reader: Reader, changes: Partial<ReviewView>, more = {}): ReactNode {
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
/** Every page of those who decide, in every state, as this reader meets it. */
export function reviewPages(reader: Reader): readonly (readonly [string, ReactNode])[] {
  const { language } = reader;
  return [
    ['a review with nothing to decide', reviewPage(reader, { books: [], waiting: nobody })],
    [
      'a review',
      reviewPage(reader, {
        waiting: {
          nodes: [
            reviewed({ words: 'Enough', readAs: ['Enough'], givenReason: null }),
            reviewed({ mayDecline: false, words: 'STOPP', doubt: 'OTHER_ADDRESS' }),
          ],
          pageInfo: { hasNextPage: true, endCursor: 'end' },
        },
        recentlyDecided: [
          reviewed({
            state: 'DECLINED',
            decidedAt: '2026-11-24T10:32:00Z',
            decidedBy: { kind: 'MEMBER', name: 'Eva Lind' },
          }),
        ],
      }),
    ],
    [
      'suspected robots',
      reviewPage(
        reader,
        {
          quarantines: [QUARANTINE],
          waiting: {
            nodes: [reviewed({ suspicion: 'BURST' })],
            pageInfo: { hasNextPage: false, endCursor: null },
          },
        },
        {
          posted: {
            form: {
              ids: [],
              all: false,
              quarantine: QUARANTINE.id,
              reason: '',
              decision: 'DECLINE',
            },
            error: 'reasonMissing',
          },
        },
      ),
    ],
    ['a decision planned', reviewPage(reader, { planned: [planned()] }, { plan: 'plan_1' })],
    [
      'a decision carried out in part',
      reviewPage(
        reader,
        { planned: [planned({ state: 'CARRIED_OUT', carriedOut: 1, refused: 1 })] },
        { plan: 'plan_1', tooLate: true },
      ),
    ],
    [
      'a decision carried out, of some not',
      reviewPage(
        reader,
        {
          planned: [
            planned({
              decision: 'CONFIRM',
              state: 'CARRIED_OUT',
              reason: null,
              carriedOut: 5,
              refused: 1,
              refusals: [
                {
                  request: reviewed({
                    state: 'WITHDRAWN',
                    decidedBy: { kind: 'MEMBER', name: 'Eva Lind' },
                  }),
                  problem: { code: 'ALREADY_CLOSED' },
                },
              ],
            }),
          ],
        },
        { plan: 'plan_1' },
      ),
    ],
    [
      'a decision undone',
      reviewPage(reader, { planned: [planned({ state: 'UNDONE' })] }, { plan: 'plan_1' }),
    ],
    ['deferred in part', reviewPage(reader, {}, { deferral: { deferred: 2, refused: 1 } })],
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
    [
      'a report of SMS',
      <ReportPage
        key="1"
        {...{ token, view: REPORT.review as never, reader, after: null }}
        campaign={SMS_REPORTED as never}
      />,
    ],
    ['set-up', <SetupPage key="1" {...{ token, language, posted: null }} country="CZ" />],
    [
      'set-up, wrong',
      <SetupPage
        key="1"
        {...{ token, language, country: '' }}
        posted={{
          post: { ...SETUP_POST, senderAddress: '' },
          wrong: ['timeZone', 'senderAddress'],
        }}
      />,
    ],
    ['set up', <SetupDonePage key="1" language={language} done={SETUP_DONE} />],
    ['set up before', <SetupBegunPage key="1" language={language} />],
  ];
}
