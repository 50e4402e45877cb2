import type {
  ArchiveSenderRefusal,
  ChooseSenderRefusal,
  CreateSenderRefusal,
  UpdateSenderRefusal,
} from '@adieu/db';
import { Conflict, InvalidInput, NotFound, type Problem } from '../shared/problems.ts';
import { FOREIGN_SENDERS } from './foreign-sender.ts';
import { senderRefused } from './read-sender.ts';

type Problems<Refusal extends string> = Readonly<Record<Refusal, () => Problem>>;

const taken = (): Problem =>
  new Conflict(
    'SENDER_TAKEN',
    'This account has just such a sender already; where it is archived, archiveSender brings it back.',
    'address',
  );

export const CREATE_PROBLEMS: Problems<CreateSenderRefusal> = {
  'not-found': () => new NotFound('account', 'accountId'),
  archived: () => new Conflict('ARCHIVED', 'This account is archived.', 'accountId'),
  'foreign-domain': () => FOREIGN_SENDERS['foreign-domain']('address'),
  'foreign-sender': () => FOREIGN_SENDERS['foreign-sender']('address'),
  taken,
};

export const UPDATE_PROBLEMS: Problems<UpdateSenderRefusal> = {
  'not-found': () => new NotFound('sender', 'id'),
  archived: () =>
    new Conflict(
      'ARCHIVED',
      'This sender is archived: bring it back by archiveSender first.',
      'id',
    ),
  'foreign-domain': () => FOREIGN_SENDERS['foreign-domain']('id'),
  'foreign-sender': () => FOREIGN_SENDERS['foreign-sender']('id'),
  taken,
  'countries-of-text-and-short-code': () => senderRefused('countries-of-text-and-short-code'),
  'name-of-email-alone': () => senderRefused('name-of-email-alone'),
};

export const CHOOSE_PROBLEMS: Problems<ChooseSenderRefusal> = {
  'book-not-found': () => new NotFound('address book', 'addressBookId'),
  'sender-not-found': () => new NotFound('sender', 'senderId'),
  'of-another-account': () =>
    new InvalidInput(
      'senderId',
      'This sender is of another account than the book: create one like it for the book’s account.',
    ),
  'of-another-channel': () =>
    new InvalidInput('channel', 'This sender is of the other channel: name the channel it is of.'),
  archived: () =>
    new Conflict(
      'ARCHIVED',
      'This sender is archived: choose another, or bring it back by archiveSender first.',
      'senderId',
    ),
};

/** Why a sender was not archived, and what would have to be done first. */
export function archiveProblem(refusal: ArchiveSenderRefusal): Problem {
  switch (refusal.refused) {
    case 'not-found':
      return new NotFound('sender', 'id');
    case 'is-default':
      return new Conflict(
        'IS_DEFAULT',
        'It is its account’s default: make another of its channel the default first (createSender, updateSender).',
        'id',
      );
    case 'in-use':
      return new Conflict('IN_USE', inUse(refusal.campaigns, refusal.addressBooks), 'id');
  }
}

function inUse(campaigns: readonly string[], books: readonly string[]): string {
  const sending = `Campaigns still go out from it: ${campaigns.join(', ')}. Wait until they are sent, or cancel them.`;
  const chosen = `Books chose it: ${books.join(', ')}. Let them choose another (setAddressBookSender).`;
  return [...(campaigns.length > 0 ? [sending] : []), ...(books.length > 0 ? [chosen] : [])].join(
    ' ',
  );
}
