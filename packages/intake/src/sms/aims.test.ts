import type { AnsweredSender } from '@adieu/db';
import { expect, it } from 'vitest';
import { aimsOf } from './aims.ts';

const sender = (keyword: string, accountId: string): AnsweredSender => ({
  senderId: keyword,
  kind: 'SHORT_CODE',
  keyword,
  isOwner: true,
  isOthers: false,
  organisationId: 'org',
  accountId,
  country: 'SE',
  language: 'sv',
  addressBookId: `book of ${keyword}`,
});

it('a codeword means every keyword that reads alike: a wish to leave one of them leaves both (SM-2, SM-5)', () => {
  const where = {
    senders: [sender('ROSOR', 'a'), sender('RÖSÖR', 'b'), sender('TULPAN', 'c')],
    latest: [],
    isShared: true,
  };
  for (const codeword of ['ROSOR', 'RÖSÖR'])
    expect(aimsOf(where, codeword).map((aim) => aim.addressBookId)).toEqual([
      'book of ROSOR',
      'book of RÖSÖR',
    ]);
});
