import { LONGEST_REASON_TEXT, MOST_OWN_REASONS, type ReasonsRefusal } from '@adieu/domain';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';

export function problemOf(refusal: ReasonsRefusal | { readonly refused: 'not-found' }): Problem {
  switch (refusal.refused) {
    case 'not-found':
      return new NotFound('account', 'accountId');
    case 'too-many-reasons':
      return new LimitReached('reasons', `At most ${MOST_OWN_REASONS} reasons.`);
    case 'key-twice':
      return new InvalidInput('reasons', 'Each key once.');
    case 'not-a-key':
      return new InvalidInput(
        'reasons',
        'A key is like TOO_DEAR: at most 40 of A to Z, 0 to 9, _.',
      );
    case 'not-plain':
      return new InvalidInput(
        'reasons',
        `${refusal.key}: plain text of 1 to ${LONGEST_REASON_TEXT} characters.`,
      );
    case 'languages-differ':
      return new InvalidInput('reasons', `${refusal.key}: every reason in the same languages.`);
    case 'guilt-tripping':
      return new InvalidInput(
        'reasons',
        `${refusal.key}: leave out “${refusal.word}”: nobody is made to feel bad for leaving.`,
        'GUILT_TRIPPING',
      );
  }
}
