import { Conflict, InvalidInput, NotFound } from '../shared/problems.ts';
import type { Receivers } from './read-receivers.ts';

export function notFound(to: Receivers): NotFound {
  return 'book' in to
    ? new NotFound('address book', 'addressBookId')
    : new NotFound('account', 'accountId');
}

/** Why a draft is not changed or deleted. */
export function draftProblem(
  refused: 'not-found' | 'already-released' | 'by-hand' | 'changed',
): NotFound | Conflict | InvalidInput {
  switch (refused) {
    case 'not-found':
      return new NotFound('campaign', 'id');
    case 'already-released':
      return new Conflict(
        'ALREADY_RELEASED',
        'Only a draft can be changed or deleted: this campaign was released or cancelled. Create another one.',
        'id',
      );
    case 'changed':
      return new Conflict(
        'CHANGED_MEANWHILE',
        'Somebody changed what this campaign says meanwhile. Read it again, then change it.',
        'id',
      );
    case 'by-hand':
      return new InvalidInput(
        'audience',
        'By hand all are named already. Use a book to choose from.',
      );
  }
}
