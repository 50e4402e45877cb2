import type { AnsweredSender, WhereSmsCame } from '@adieu/db';
import type { Scope } from '@adieu/domain';

/** What a wish by SMS is about: one list of one account. */
export interface Aim {
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressBookId: string | null;
  /** The message that it answers, if there is one. */
  readonly messageId: string | null;
  /** `LINK`: what that message's own link leaves. */
  readonly scope: Scope | 'LINK';
}

/**
 * What a wish is about that came to a sender (A3, A8, SM-5): the codeword's book where one was written; else the book of the latest
 * message that went from there to this number; else all marketing of whoever sends from there. None where nobody does, or
 * where many do and none of them ever wrote to this number.
 */
export function aimsOf(where: WhereSmsCame, codeword: string | null): readonly Aim[] {
  const { senders, latest, isShared } = where;
  const named = senders.filter(({ keyword }) => codeword !== null && isSame(keyword, codeword));
  if (named.length > 0) return distinct(named.map((sender) => bookOf(sender, where)));
  if (latest !== null) {
    const { organisationId, accountId, addressBookId, messageId, isOpen } = latest;
    const scope = isOpen === true ? ({ kind: 'BOOK', id: addressBookId! } as const) : 'LINK';
    return [{ organisationId, accountId, addressBookId, messageId, scope }];
  }
  return isShared ? [] : distinct(senders.map(accountOf));
}

/** The book that a codeword is of: what alone is sent from it, or what was sent last; else all of its account. */
function bookOf(sender: AnsweredSender, { latest }: WhereSmsCame): Aim {
  const lastBook =
    latest?.accountId === sender.accountId && latest.isOpen === true ? latest.addressBookId : null;
  const addressBookId = sender.addressBookId ?? lastBook;
  if (addressBookId === null) return accountOf(sender);
  const { organisationId, accountId } = sender;
  const scope = { kind: 'BOOK', id: addressBookId } as const;
  return { organisationId, accountId, addressBookId, messageId: null, scope };
}

function accountOf({ organisationId, accountId }: AnsweredSender): Aim {
  const scope = { kind: 'ACCOUNT', id: accountId } as const;
  return { organisationId, accountId, addressBookId: null, messageId: null, scope };
}

/** The same wish for all marketing of its account (SM-8, SM-19), for which no book needs to take it. */
export function wholeAccount({ organisationId, accountId, messageId }: Aim): Aim {
  const scope = { kind: 'ACCOUNT', id: accountId } as const;
  return { organisationId, accountId, addressBookId: null, messageId, scope };
}

function distinct(aims: readonly Aim[]): readonly Aim[] {
  const seen = new Map(aims.map((aim) => [JSON.stringify(aim.scope), aim]));
  return [...seen.values()];
}

function isSame(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}
