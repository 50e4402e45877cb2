import { type Area, LINK } from '../access/area.ts';
import { CloseReview } from './close-review.mutation.ts';
import { DecideByReview } from './decide-by-review.mutation.ts';
import { DeferByReview } from './defer-by-review.mutation.ts';
import { ReviewAccountFields } from './review-account.fields.ts';
import { ReviewCampaignFields } from './review-campaign.fields.ts';
import { ReviewReports } from './review-reports.fields.ts';
import { ReviewFields } from './review.fields.ts';
import { Review } from './review.query.ts';
import { SetWeeklyReport } from './set-weekly-report.mutation.ts';
import { UndoReview } from './undo-review.mutation.ts';
import { WaitingQuarantines } from './waiting-quarantine.fields.ts';
import { WeeklyReport } from './weekly-report.fields.ts';

export const review: Area = {
  resolvers: [
    CloseReview,
    DecideByReview,
    DeferByReview,
    ReviewAccountFields,
    ReviewCampaignFields,
    ReviewReports,
    ReviewFields,
    Review,
    SetWeeklyReport,
    UndoReview,
    WaitingQuarantines,
    WeeklyReport,
  ],
  access: {
    Query: { review: LINK },
    Mutation: {
      closeReview: LINK,
      decideByReview: LINK,
      deferByReview: LINK,
      setWeeklyReport: LINK,
      undoReview: LINK,
    },
  },
  types: {
    DayCount: 'held',
    DurationCount: 'held',
    MethodCount: 'held',
    PlannedDecision: ['link'],
    ReasonCount: 'held',
    RefusedRequest: 'held',
    ReviewAccount: ['link'],
    ReviewCampaign: ['link'],
    ReviewFigures: ['link'],
    ReviewRequest: ['link'],
    ReviewView: ['link'],
    WaitingBook: 'held',
    WaitingQuarantine: 'held',
  },
};
