import { expect, it } from 'vitest';
import type { MessagePath } from './message-path.ts';
import { isSignUpUnconfirmed, type SignUpFacts } from './sign-up.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 4, 4, hour));
const path: MessagePath = {
  purpose: 'MARKETING',
  organisationId: 'o',
  accountId: 'a',
  bookId: 'b',
  topicId: 't',
};
const asked = (scopeId: string, accountId = 'a') => ({ accountId, scopeId, requestedAt: at(8) });
const facts: SignUpFacts = { open: [asked('b')], agreedTo: [], left: [], books: [] };
const member = { id: 'b', accountId: 'a', purpose: 'MARKETING', since: at(7) } as const;
const byHand: MessagePath = { ...path, bookId: null, topicId: null };

it.each([
  ['for the book', {}, path, true],
  ['for nothing', { open: [] }, path, false],
  ['for its topic', { open: [asked('t')] }, path, true],
  ['for another book', { open: [asked('c')] }, path, false],
  ['for another book, named by hand', { open: [asked('c')] }, byHand, true],
  ['for another account’s book, named by hand', { open: [asked('c', 'z')] }, byHand, false],
  ['for the book, and no account is named', {}, { ...byHand, accountId: null }, false],
  ['for the book, of which a consent is on record', { agreedTo: ['b'] }, path, false],
  ['for the book, with a consent to the whole account', { agreedTo: ['a'] }, path, false],
  ['for the book, with a consent to another', { agreedTo: ['c'] }, path, true],
  ['on the way back to the book', { left: ['b'] }, path, false],
  ['by who was in it before', { books: [member] }, path, false],
  ['by who was added after', { books: [{ ...member, since: at(9) }] }, path, true],
  ['by who was in another before', { books: [{ ...member, id: 'c' }] }, path, true],
  ['by who was in another before, by hand', { books: [{ ...member, id: 'c' }] }, byHand, false],
  ['by who is there for service', { books: [{ ...member, purpose: 'SERVICE' }] }, byHand, true],
  ['for the book, and the message is service', {}, { ...path, purpose: 'SERVICE' }, false],
] as const)('marketing waits for a sign-up %s (D-7)', (_which, more, way, waits) => {
  expect(isSignUpUnconfirmed({ ...facts, ...more }, way)).toBe(waits);
});
