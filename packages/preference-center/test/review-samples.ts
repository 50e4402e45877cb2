import type { PlannedDecision, ReviewedRequest, ReviewView } from '../app/api/operations.ts';

export const REVIEW = 'cmV2aWV3LXRva2VuLW9mLXRoaXJ0eS10d28tYnl0ZXM';

export function reviewed(changes: Partial<ReviewedRequest> = {}): ReviewedRequest {
  return {
    id: 'optout_1',
    name: 'Anna Svensson',
    maskedAddress: 'an•••@no•••.test',
    scope: { kind: 'BOOK', id: 'book_2', name: 'Staff information' },
    method: 'LINK',
    receivedAt: '2026-11-24T10:32:00Z',
    deadline: '2099-12-01T10:32:00Z',
    onTimeout: 'REVERT',
    mayDecline: true,
    suspicion: null,
    words: null,
    givenReason: null,
    state: 'PENDING',
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    ...changes,
  };
}

export function planned(changes: Partial<PlannedDecision> = {}): PlannedDecision {
  return {
    id: 'plan_1',
    decision: 'DECLINE',
    reason: 'You are on call.',
    state: 'PLANNED',
    dueAt: '2026-11-24T10:32:15Z',
    endedAt: null,
    total: 2,
    carriedOut: 0,
    refused: 0,
    refusals: [],
    ...changes,
  };
}

export const QUARANTINE: ReviewView['quarantines'][number] = {
  id: 'quarantine_1',
  domain: 'co•••.test',
  campaignName: 'November',
  count: 1_200,
  firstAt: '2026-11-24T10:32:00Z',
  lastAt: '2026-11-24T10:32:20Z',
  deadline: '2099-11-26T10:32:00Z',
  onTimeout: 'OPT_OUT',
};

const VIEW: ReviewView = {
  personName: 'Eva Lind',
  organisationName: 'Fjordkraft Kooperativ',
  language: 'en',
  expiresAt: '2026-11-27T10:32:00Z',
  books: [{ id: 'book_2', name: 'Staff information', count: 2 }],
  waiting: {
    nodes: [
      reviewed(),
      reviewed({ id: 'optout_2', name: 'Bo <b>Ek</b>', words: 'No <i>more</i>!' }),
    ],
    pageInfo: { hasNextPage: false, endCursor: 'end' },
  },
  quarantines: [],
  planned: [],
  recentlyDecided: [],
};

export const review = (changes: Partial<ReviewView> = {}) => ({ review: { ...VIEW, ...changes } });

export const FIGURES = {
  review: {
    personName: 'Eva Lind',
    organisationName: 'Fjordkraft Kooperativ',
    language: 'en',
    expiresAt: '2026-11-27T10:32:00Z',
    figures: {
      requestsByDay: [
        { day: '2026-11-23', count: 3 },
        { day: '2026-11-24', count: 1_200 },
      ],
      stoppedByDay: [{ day: '2026-11-24', count: 0 }],
      byMethod: [{ method: 'LINK', count: 1_203 }],
      byReason: [
        { reason: 'TOO_MANY', count: 2 },
        { reason: 'The <shop> closed', count: 1 },
        { reason: null, count: 1 },
      ],
      medianSeconds: 5_400,
      p90Seconds: 180_000,
      timeToDecision: [
        { withinSeconds: 3_600, count: 2 },
        { withinSeconds: null, count: 1 },
      ],
    },
  },
};
