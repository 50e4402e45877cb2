import type { OpenRefusal } from '@adieu/db';
import { Conflict, NotFound, type Problem } from '../shared/problems.ts';

export const COMES_BACK =
  'A name that was deleted comes back with its id, and everybody who left it stays out.';

/** Why an account, a book or a topic was not made. */
export const CREATE_REFUSALS: Readonly<Record<OpenRefusal, () => Problem>> = {
  'not-found': () => new NotFound('account', 'accountId'),
  archived: () => new Conflict('ARCHIVED', 'This account is archived.', 'accountId'),
  'name-taken': () =>
    new Conflict(
      'NAME_TAKEN',
      'There is one of this name already; maybe it is archived, or was deleted and had another purpose.',
      'name',
    ),
};
