import { describe, expect, it } from 'vitest';
import { OPT_OUT_METHODS } from '../enums/requests.ts';
import { METHODS } from './methods.ts';

describe('the methods of a wish (F7)', () => {
  it.each([
    ['ONE_CLICK', 'CLEAR', 'ADIEU'],
    ['LINK', 'CLEAR', 'ADIEU'],
    ['MAILTO', 'CLEAR', 'ADIEU'],
    ['MAIL_REPLY', 'UNCLEAR', 'KEY'],
    ['SMS_KEYWORD', 'CLEAR', 'KEY'],
    ['SMS_LINK', 'CLEAR', 'ADIEU'],
    ['SPAM_REPORT', 'CLEAR', 'KEY'],
    ['API', 'CLEAR', 'KEY'],
    ['MANUAL', 'UNCLEAR', 'KEY'],
    ['FILTER', 'UNCLEAR', 'KEY'],
    ['IMPORT', 'CLEAR', 'ADIEU'],
    ['PROVIDER', 'CLEAR', 'KEY'],
  ] as const)('%s is %s and seen by %s', (method, signal, seenBy) => {
    expect(METHODS[method]).toMatchObject({ signal, seenBy });
  });

  it('are all in the table, and no other', () => {
    expect(Object.keys(METHODS)).toEqual([...OPT_OUT_METHODS]);
  });
});
