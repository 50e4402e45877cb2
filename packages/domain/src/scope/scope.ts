import type { Purpose } from '../enums/channels.ts';
import type { ScopeKind, Widening } from '../enums/scopes.ts';

/** What an opt-out covers; an opt-out stands on one channel, one on all channels is one for each (decision 012). */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

/** Where the message came from whose link is used. */
export interface LinkOrigin {
  readonly purpose: Purpose;
  readonly accountId: string;
  /** Null where its recipient was addressed by hand (B6). */
  readonly bookId: string | null;
  readonly topicId: string | null;
  /** Its topic, book or account is archived or deleted by now. */
  readonly isArchived: boolean;
}

/** What a message's own link names: its topic, or else its book, or else the account (O-14, B6). */
export function scopeNamedByLink({ accountId, bookId, topicId }: LinkOrigin): Scope {
  if (topicId !== null) return { kind: 'TOPIC', id: topicId };
  return bookId === null ? { kind: 'ACCOUNT', id: accountId } : { kind: 'BOOK', id: bookId };
}

/**
 * What a message's own link leaves. A marketing scope that is gone by now would leave nothing that anybody still
 * sends: its link leaves the account's marketing (P-13). A service book's stays its own, for it covers no marketing.
 */
export function scopeLeftByLink(origin: LinkOrigin): Scope {
  return origin.isArchived && origin.purpose === 'MARKETING'
    ? { kind: 'ACCOUNT', id: origin.accountId }
    : scopeNamedByLink(origin);
}

export interface WideningRule {
  readonly widening: Widening;
  readonly organisationId: string;
  /** Null for a scope that lies in no account. */
  readonly accountId: string | null;
  readonly keepsOwnList: boolean;
}

/**
 * What a wish counts for, by the organisation's rule (F9, D6, A7). Only marketing is ever widened, and nothing is
 * narrowed but one thing: what an account with a list of its own hears, it hears for itself. An oracle: only tests call it, to hold
 * the statement of an opt-out against it.
 */
export function widen(asked: Scope, purpose: Purpose, rule: WideningRule): Scope {
  const { widening, organisationId, accountId, keepsOwnList } = rule;
  if (purpose !== 'MARKETING' || accountId === null) return asked;
  const account: Scope = { kind: 'ACCOUNT', id: accountId };
  if (asked.kind === 'ORGANISATION') return keepsOwnList ? account : asked;
  if (widening === 'NONE') return asked;
  if (widening === 'ORGANISATION' && !keepsOwnList)
    return { kind: 'ORGANISATION', id: organisationId };
  return account;
}
