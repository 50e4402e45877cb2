import { review } from '../review-samples.ts';
import { site } from '../site.ts';

/** The answers of a review that goes well. */
export function answerReview(): void {
  site.api.answers['Review'] = review();
  site.api.answers['DecideByReview'] = {
    decideByReview: { __typename: 'DecisionPlanned', planned: { id: 'plan_1' } },
  };
  site.api.answers['DeferByReview'] = {
    deferByReview: { __typename: 'ReviewDeferred', deferred: 2, refused: 1 },
  };
  site.api.answers['UndoReview'] = { undoReview: { __typename: 'DecisionUndone' } };
  site.api.answers['CloseReview'] = { closeReview: { __typename: 'ReviewClosed' } };
  site.api.answers['WaitingIds'] = { review: { waitingIds: ['optout_1', 'optout_9'] } };
}
