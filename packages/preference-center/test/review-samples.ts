import type { PlannedDecision, ReviewedRequest, ReviewView } from '../app/api/operations.ts';

export const REVIEW = 'cmV2aWV3LXRva2VuLW9mLXRoaXJ0eS10d28tYnl0ZXM';

export function reviewed(changes: Partial<ReviewedRequest> = {}): ReviewedRequest {
  return {
    id: 'optout_1',
    name: 'Anna Svensson',
    maskedAddress: 'an•••@no•••.test',
    accountName: 'Fjordkraft HR',
    addressBookName: 'Staff information',
    joinedAt: '2024-03-01T23:30:00Z',
    scope: { kind: 'BOOK', id: 'book_2', name: 'Staff information' },
    method: 'LINK',
    receivedAt: '2026-11-24T10:32:00Z',
    deadline: '2099-12-01T10:32:00Z',
    onTimeout: 'REVERT',
    deferredTo: '2099-12-08T10:32:00Z',
    mayDecline: true,
    suspicion: null,
    words: null,
    readAs: [],
    doubt: null,
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

const HEAD = {
  memberName: 'Eva Lind',
  organisationName: 'Fjordkraft Kooperativ',
  language: 'en',
  accountTimeZone: 'UTC',
  expiresAt: '2026-11-27T10:32:00Z',
} as const;

const VIEW: ReviewView = {
  ...HEAD,
  books: [{ id: 'book_2', name: 'Staff information', count: 2 }],
  waiting: {
    nodes: [
      reviewed(),
      reviewed({
        id: 'optout_2',
        name: 'Bo <b>Ek</b>',
        words: 'No <i>more</i>!',
        readAs: ['No', '<i>more'],
      }),
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
    ...HEAD,
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

const CAMPAIGN = {
  id: 'campaign_1',
  name: 'Spring <sale>',
  accountName: 'Fjordkraft Shop',
  state: 'PAUSED',
  releasedAt: '2026-11-24T10:32:00Z',
  pausedBecause: 'COMPLAINT_RATE',
} as const;

export const REPORTS = {
  review: {
    ...HEAD,
    weeklyReport: true,
    campaigns: {
      nodes: [
        {
          ...CAMPAIGN,
          sent: 12_000,
          optOuts: 150,
          complaints: 38,
          countedAt: '2026-11-24T10:40:00Z',
        },
      ],
      pageInfo: { hasNextPage: true, endCursor: 'end' },
    },
    accounts: [
      {
        id: 'account_1',
        name: 'Fjordkraft Shop',
        trend: {
          averageOptOutRate: 0.0031,
          periods: [
            {
              from: '2026-11-16T00:00:00Z',
              campaigns: 1,
              sent: 11_000,
              optOutRate: 0.004,
              complaintRate: 0.0004,
              countedAt: '2026-11-22T10:32:00Z',
            },
            {
              from: '2026-11-23T00:00:00Z',
              campaigns: 1,
              sent: 12_000,
              optOutRate: 0.0125,
              complaintRate: 0.0032,
              countedAt: '2026-11-24T10:40:00Z',
            },
          ],
        },
      },
    ],
  },
};

const HOUR = { sent: 12_000, optOuts: 90, complaints: 20 };

export const REPORT = {
  review: {
    ...HEAD,
    campaign: {
      ...CAMPAIGN,
      report: {
        audience: 12_560,
        sent: 12_000,
        stopped: 480,
        held: 60,
        stoppedBecause: [
          { reason: 'OPTED_OUT', count: 400 },
          { reason: 'SNOOZED', count: 80 },
        ],
        failed: 20,
        bounced: 31,
        hardBounces: 24,
        softBounces: 9,
        sms: null,
        optOuts: 150,
        complaints: 38,
        optOutRate: 0.0125,
        complaintRate: 0.0032,
        optOutsByMethod: [
          { method: 'ONE_CLICK', count: 112 },
          { method: 'SPAM_REPORT', count: 38 },
        ],
        optOutsByScope: [{ scopeKind: 'BOOK', count: 150 }],
        optOutsByReason: [
          { reason: 'TOO_MANY', texts: [], count: 12 },
          { reason: 'DEAR', texts: [{ language: 'sv', text: 'För <dyrt>' }], count: 2 },
        ],
        byHour: [
          { from: '2026-11-24T10:00:00Z', ...HOUR },
          { from: '2026-11-24T13:00:00Z', sent: 0, optOuts: 60, complaints: 18 },
        ],
        byDay: [{ from: '2026-11-24T00:00:00Z', sent: 12_000, optOuts: 150, complaints: 38 }],
      },
      freeTexts: {
        nodes: [
          { reason: 'TOO_MANY', text: 'No <i>more</i>!', givenAt: '2026-11-24T11:00:00Z' },
          { reason: null, text: 'Enough', givenAt: '2026-11-24T12:00:00Z' },
        ],
        pageInfo: { hasNextPage: false, endCursor: 'end' },
      },
    },
  },
};

/** The same by SMS. */
export const SMS_REPORTED = {
  ...REPORT.review.campaign,
  pausedBecause: null,
  report: {
    ...REPORT.review.campaign.report,
    complaints: 0,
    sms: {
      delivered: 11_102,
      undelivered: 610,
      unheard: 288,
      parts: 24_000,
      optedOut: 17,
      failures: [
        { code: 'absent-subscriber-permanently', count: 412 },
        { code: '30005', count: 198 },
        { code: null, count: 20 },
      ],
    },
  },
};
