import { LINK, type Area } from '../access/area.ts';
import { DecideByReview } from './decide-by-review.mutation.ts';
import {
  ReviewReports,
  ReviewCampaignFields,
  ReviewAccountFields,
} from './review-reports.fields.ts';
import { ReviewSignIns } from './review-sign-in.ts';
import { Reviews } from './review.query.ts';
import { ReviewWeeklyReport } from './set-weekly-report.mutation.ts';
import { WaitingQuarantines } from './waiting-quarantine.fields.ts';

export const review: Area = {
  resolvers: [
    DecideByReview,
    ReviewReports,
    ReviewCampaignFields,
    ReviewAccountFields,
    ReviewSignIns,
    Reviews,
    ReviewWeeklyReport,
    WaitingQuarantines,
  ],
  access: {
    Query: { review: LINK, reviewSignIn: LINK },
    Mutation: {
      decideByReview: LINK,
      undoReview: LINK,
      askForReview: LINK,
      openReview: LINK,
      closeReview: LINK,
      setWeeklyReport: LINK,
    },
  },
};
