import { describe, expect, it } from 'vitest';
import { outcomeOf, readSmtpError, retryDelay } from './classify-smtp-error.ts';
import { REPLY_RULES, RETRIES } from './smtp-replies.ts';

describe('an SMTP error', () => {
  // What was answered, to which command; what it means.
  it.each([
    ['421 4.7.0 try again later', 'CONN', 'RELAY'],
    ['554 5.7.1 no service', 'CONN', 'RELAY'],
    ['421 4.3.2 closing', 'MAIL FROM', 'RELAY'],
    ['421 4.3.2 closing', 'DATA', 'RELAY'],
    ['535 5.7.8 wrong password', 'AUTH PLAIN', 'RELAY'],
    ['550 5.7.1 no', 'EHLO', 'RELAY'],
    ['454 4.7.0 TLS not available', 'STARTTLS', 'RELAY'],
    ['454 4.7.1 log in first', 'RCPT TO', 'RELAY'],
    ['530 5.7.0 log in first', 'MAIL FROM', 'RELAY'],
    ['538 5.7.11 encrypt first', 'MAIL FROM', 'RELAY'],
    ['503 5.5.1 bad sequence', 'DATA', 'RELAY'],
    [
      '450 4.2.0 <a@b.test>: Greylisted, see https://postgrey.example.test',
      'RCPT TO',
      'GREYLISTED',
    ],
    ['451 4.7.1 come back later', 'RCPT TO', 'GREYLISTED'],
    ['451 4.7.1 come back later', 'DATA', 'GREYLISTED'],
    ['451 graylisting in action', 'RCPT TO', 'GREYLISTED'],
    ['450 4.2.1 mailbox busy', 'RCPT TO', 'LATER'],
    ['451 4.3.0 local error', 'DATA', 'LATER'],
    ['452 4.5.3 too many recipients', 'RCPT TO', 'FULL'],
    ['452 4.3.1 no space', 'MAIL FROM', 'FULL'],
    ['552 5.5.3 too many recipients', 'RCPT TO', 'FULL'],
    ['455 4.5.4 not now', 'MAIL FROM', 'LATER'],
    ['552 5.2.2 mailbox full', 'DATA', null],
    ['550 5.1.1 no such user', 'RCPT TO', null],
    ['551 5.1.6 moved', 'RCPT TO', null],
    ['553 5.1.3 no such name', 'RCPT TO', null],
    ['554 5.7.1 spam', 'DATA', null],
  ] as const)('%s, said to %s, is %s', (response, command, retry) => {
    const responseCode = Number(response.slice(0, 3));
    const expected = retry === null ? { verdict: 'failed' } : { verdict: 'again', retry };
    const mayHaveLeft = command === 'DATA';
    expect(readSmtpError({ response, responseCode, command, mayHaveLeft })).toEqual(expected);
  });

  it('is an answer to the mail only where it came to DATA, once the mail was on its way', () => {
    for (const command of ['CONN', 'RCPT TO', 'API', undefined])
      expect(
        readSmtpError({ responseCode: 421, ...(command && { command }), mayHaveLeft: true }),
      ).toEqual({ verdict: 'unknown' });
    expect(readSmtpError({ code: 'ETIMEDOUT', command: 'DATA', mayHaveLeft: true })).toEqual({
      verdict: 'unknown',
    });
  });

  it.each([
    [{ code: 'ECONNECTION', command: 'CONN' }],
    [{ code: 'ESOCKET', command: 'CONN' }],
    [{ code: 'ETIMEDOUT', command: 'CONN' }],
    [{ code: 'EDNS', command: 'CONN' }],
    [{ code: 'ECONNECTION' }],
    [{}],
  ] as const)('without an answer, %o is tried again only where nothing was sent', (error) => {
    expect(readSmtpError({ ...error, mayHaveLeft: false })).toEqual({
      verdict: 'again',
      retry: 'RELAY',
    });
    expect(readSmtpError({ ...error, mayHaveLeft: true })).toEqual({ verdict: 'unknown' });
    // Nobody said how far it got.
    expect(readSmtpError(error)).toEqual({ verdict: 'unknown' });
  });

  it('has a rule for every refusal that a server may give', () => {
    for (let code = 400; code < 600; code += 1)
      expect(readSmtpError({ responseCode: code, command: 'RCPT TO', mayHaveLeft: false })).toEqual(
        code >= 500 && ![503, 530, 534, 535, 538].includes(code)
          ? { verdict: 'failed' }
          : { verdict: 'again', retry: expect.any(String) },
      );
    expect(new Set(REPLY_RULES.map(({ name }) => name)).size).toBe(REPLY_RULES.length);
  });

  it('is retried later each time, and in the end no more', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => retryDelay('LATER', attempts))).toEqual([
      5_000,
      30_000,
      120_000,
      600_000,
      3_600_000,
      null,
      null,
    ]);
    for (const delays of Object.values(RETRIES))
      expect([...delays].toSorted((a, b) => a - b)).toEqual(delays);
    const aDay = RETRIES.RELAY.reduce((sum, seconds) => sum + seconds, 0);
    expect(aDay).toBeGreaterThan(22 * 3_600);
    expect(retryDelay('RELAY', RETRIES.RELAY.length + 1)).toBeNull();
  });

  it('is reported without the address', () => {
    expect(outcomeOf({ response: '550 5.1.1 <anna@example.test>: no such user' })).toBe(
      '550 5.1.1 <address>: no such user',
    );
    expect(outcomeOf(Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED' }))).toBe(
      'ECONNREFUSED: connect failed',
    );
  });
});
