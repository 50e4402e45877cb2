import { expect, it } from 'vitest';
import { bounceOfError } from './bounce-of-error.ts';

it.each([
  ['550 5.1.1 no such user', 'RCPT TO', { kind: 'HARD', status: '5.1.1' }],
  ['550-5.1.1 no such user\n550 5.1.1 here', 'RCPT TO', { kind: 'HARD', status: '5.1.1' }],
  ['550 no such user', 'RCPT TO', { kind: 'HARD', status: null }],
  ['553 5.1.3 no such name', 'RCPT TO', { kind: 'HARD', status: '5.1.3' }],
  ['552 5.2.2 mailbox full', 'DATA', { kind: 'SOFT', status: '5.2.2' }],
  ['450 4.2.1 mailbox busy', 'RCPT TO', { kind: 'SOFT', status: '4.2.1' }],
  ['554 5.7.1 spam', 'DATA', { kind: 'REFUSED', status: '5.7.1' }],
  ['550 5.7.1 blocked', 'RCPT TO', { kind: 'REFUSED', status: '5.7.1' }],
  ['554 relay access denied', 'RCPT TO', { kind: 'REFUSED', status: null }],
  ['550 spam', 'DATA', { kind: 'REFUSED', status: null }],
  ['550 5.1.8 who are you', 'MAIL FROM', null],
  ['550 go away', 'EHLO', null],
] as const)(
  '%s, said to %s, is told of the recipient as a report is: %o (P7, M-7)',
  (response, command, bounce) => {
    const responseCode = Number(response.slice(0, 3));
    expect(bounceOfError({ response, responseCode, command })).toEqual(bounce);
  },
);

it('where no server answered nothing is said of the recipient', () => {
  expect(bounceOfError({ code: 'ETIMEDOUT', command: 'RCPT TO' })).toBeNull();
  expect(bounceOfError({ code: 'EENVELOPE' })).toBeNull();
});
