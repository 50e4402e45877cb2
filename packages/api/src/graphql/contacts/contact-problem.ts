import type { MergeRefusal, UpdateRefusal } from '@adieu/db';
import { ADDRESS_FIELDS } from '@adieu/domain';
import { Conflict, NotFound } from '../shared/problems.ts';

type Refusal = MergeRefusal | UpdateRefusal;

/** What a client is told where a contact could not be written. `notFound` is what it named. */
export function contactProblem(refusal: Refusal, notFound: NotFound): Conflict | NotFound {
  switch (refusal.refused) {
    case 'not-found':
      return notFound;
    case 'archived':
      return new Conflict('ARCHIVED', 'This address book is archived.', 'addressBookId');
    case 'two-contacts':
      return new Conflict(
        'ADDRESS_TAKEN',
        'Another contact of this book has one of these addresses: remove the one that is not this person first.',
        'channel' in refusal ? ADDRESS_FIELDS[refusal.channel] : 'phone',
      );
    default:
      return new Conflict(
        'HAS_ANOTHER_ADDRESS',
        'This contact has another address on this channel: change it with updateContact, or leave it out.',
        ADDRESS_FIELDS[refusal.channel],
      );
  }
}
