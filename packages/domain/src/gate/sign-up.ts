import type { Purpose } from '../enums/channels.ts';
import type { MessagePath } from './message-path.ts';

/** What a recipient asked to sign up for and neither confirmed nor left since. */
export interface OpenSignUp {
  readonly accountId: string;
  readonly scopeId: string;
  readonly requestedAt: Date;
}

/** What besides an open sign-up may be a reason to write to a recipient, or speaks of a way back. */
export interface SignUpFacts {
  readonly open: readonly OpenSignUp[];
  /** Scopes of double opt-ins and of recorded consents. */
  readonly agreedTo: readonly string[];
  /** Scopes that they left, in the list that counts. */
  readonly left: readonly string[];
  /** Books that they are in. */
  readonly books: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly purpose: Purpose;
    readonly since: Date;
  }[];
}

/**
 * Whether marketing must wait until a sign-up is confirmed (D-7): it was asked for what the message goes through, or for
 * anything of the account where no book is named, and nothing else covers it. Where not even an account is named, nobody waits. An oracle: the database says the same in
 * `has_unconfirmed_sign_up`, and a test compares them.
 */
export function isSignUpUnconfirmed(
  { open, agreedTo, left, books }: SignUpFacts,
  { purpose, organisationId, accountId, bookId, topicId }: MessagePath,
): boolean {
  if (purpose !== 'MARKETING') return false;
  const way = [topicId, bookId, accountId, organisationId];
  return open.some(
    (asked) =>
      asked.accountId === accountId &&
      (bookId === null || way.includes(asked.scopeId)) &&
      !agreedTo.some((scope) => scope === asked.scopeId || way.includes(scope)) &&
      !left.includes(asked.scopeId) &&
      !books.some(
        (book) =>
          book.purpose === 'MARKETING' &&
          book.accountId === asked.accountId &&
          book.since < asked.requestedAt &&
          (bookId === null || book.id === bookId),
      ),
  );
}
