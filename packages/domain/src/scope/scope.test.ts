import { describe, expect, it } from 'vitest';
import { type LinkOrigin, type Scope, scopeLeftByLink, scopeNamedByLink, widen } from './scope.ts';

const topic: Scope = { kind: 'TOPIC', id: 'topic' };
const book: Scope = { kind: 'BOOK', id: 'book' };
const account: Scope = { kind: 'ACCOUNT', id: 'account' };
const organisation: Scope = { kind: 'ORGANISATION', id: 'organisation' };

describe('the link of a message', () => {
  const origin: LinkOrigin = {
    purpose: 'MARKETING',
    accountId: 'account',
    bookId: 'book',
    topicId: 'topic',
    isArchived: false,
  };
  it.each([
    ['its topic', {}, topic, topic],
    ['its book where it has no topic (O-14)', { topicId: null }, book, book],
    ['the account where it has no book (B6)', { topicId: null, bookId: null }, account, account],
    ['the account where its topic is gone (P-13)', { isArchived: true }, account, topic],
    [
      'the account where its book is gone (P-13)',
      { topicId: null, isArchived: true },
      account,
      book,
    ],
    [
      'its own book for staff information, also where that is gone',
      { purpose: 'SERVICE', topicId: null, isArchived: true },
      book,
      book,
    ],
  ] as const)('leaves %s', (_what, more, left, named) => {
    expect(scopeLeftByLink({ ...origin, ...more })).toEqual(left);
    expect(scopeNamedByLink({ ...origin, ...more })).toEqual(named);
  });
});

describe('widening (F9, D6, A7)', () => {
  const rule = {
    organisationId: 'organisation',
    accountId: 'account',
    keepsOwnList: false,
  } as const;
  it.each([
    ['NONE', false, topic, topic],
    ['NONE', false, book, book],
    ['NONE', false, account, account],
    ['NONE', false, organisation, organisation],
    ['ACCOUNT', false, topic, account],
    ['ACCOUNT', false, book, account],
    ['ACCOUNT', false, account, account],
    ['ACCOUNT', false, organisation, organisation],
    ['ORGANISATION', false, topic, organisation],
    ['ORGANISATION', false, book, organisation],
    ['ORGANISATION', false, account, organisation],
    ['ORGANISATION', false, organisation, organisation],
    // What an account with its own list hears counts for itself.
    ['NONE', true, book, book],
    ['NONE', true, organisation, account],
    ['ACCOUNT', true, book, account],
    ['ORGANISATION', true, topic, account],
    ['ORGANISATION', true, account, account],
    ['ORGANISATION', true, organisation, account],
  ] as const)('%s, own list %s: %o counts for %o', (widening, keepsOwnList, asked, counts) => {
    expect(widen(asked, 'MARKETING', { ...rule, widening, keepsOwnList })).toEqual(counts);
    expect(widen(asked, 'SERVICE', { ...rule, widening, keepsOwnList })).toEqual(asked);
  });

  it('has nothing to widen where no account is meant', () => {
    const nowhere = { ...rule, accountId: null, widening: 'ACCOUNT' } as const;
    expect(widen(organisation, 'MARKETING', nowhere)).toEqual(organisation);
  });
});
