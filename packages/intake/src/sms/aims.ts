import type { AnsweredSender, LatestSms, WhereSmsCame } from '@adieu/db';
import { normalForm, type Scope } from '@adieu/domain';

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
 * message that had gone from there to this number, first, and those of what has gone since; else all marketing of whoever sends from there. None where nobody does, or
 * where many do and none of them ever wrote to this number.
 */
export function aimsOf(where: WhereSmsCame, codeword: string | null): readonly Aim[] {
  const { senders, latest, isShared } = where;
  const named = senders.filter(({ keyword }) => codeword !== null && isSame(keyword, codeword));
  if (named.length > 0) return distinct(named.flatMap((sender) => booksOf(sender, where)));
  if (latest.length > 0) return latest.map(answered);
  return isShared ? [] : distinct(senders.map(accountOf));
}

/**
 * Whose it is what was written, who sees it and answers: of who sent what it answers, else of who may send from there now. Null: of
 * several none may, and none is to read what was meant for another.
 */
export function whoseOf({ senders }: WhereSmsCame, aims: readonly Aim[]): Aim | null {
  const [first] = aims;
  if (first === undefined || first.messageId !== null) return first ?? null;
  const own = senders.filter(({ accountId }) => accountId === first.accountId);
  if (own.some(({ isOwner }) => isOwner)) return first;
  const isAlone = aims.every(({ organisationId }) => organisationId === first.organisationId);
  return isAlone && !own.some(({ isOthers }) => isOthers) ? first : null;
}

function answered({ isOpen, ...sms }: LatestSms): Aim {
  const { organisationId, accountId, addressBookId, messageId } = sms;
  const scope = isOpen === true ? ({ kind: 'BOOK', id: addressBookId! } as const) : 'LINK';
  return { organisationId, accountId, addressBookId, messageId, scope };
}

/** The book that a codeword is of: what alone is sent from it, or what was sent last; else all of its account. */
function booksOf(sender: AnsweredSender, { latest }: WhereSmsCame): readonly Aim[] {
  const { organisationId, accountId } = sender;
  const last = latest.filter((sms) => sms.accountId === accountId && sms.isOpen === true);
  const books =
    sender.addressBookId === null ? last.map((sms) => sms.addressBookId!) : [sender.addressBookId];
  if (books.length === 0) return [accountOf(sender)];
  return books.map((id) => ({
    organisationId,
    accountId,
    addressBookId: id,
    messageId: null,
    scope: { kind: 'BOOK', id },
  }));
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

/** As they are read in an answer: where RÖSÖR and ROSOR are both there, nobody can say which was meant, and both are. */
function isSame(one: string, other: string): boolean {
  return normalForm(one) === normalForm(other);
}
