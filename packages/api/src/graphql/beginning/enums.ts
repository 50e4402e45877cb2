import { BOOK_RULE_NAMES } from '@adieu/domain';
import { enumOf } from '../shared/enum-of.ts';

export const BookRuleEnum = enumOf(
  'BookRule',
  BOOK_RULE_NAMES,
  'What a book is for, and how it is left. MARKETING and SERVICE: at once. SERVICE_REVIEW: somebody looks first, for a week; whom nobody answered is out. SERVICE_REVIEW_OR_STAY: the same, but they stay.',
);
export const SetupStateEnum = enumOf('SetupState', ['OPEN', 'DONE']);
