import { describe, expect, it } from 'vitest';
import { classifySmtpError, MOST_ATTEMPTS, outcomeOf, retryDelay } from './classify-smtp-error.ts';

describe('an SMTP error', () => {
  it.each([
    [{ responseCode: 550, command: 'RCPT TO', code: 'EENVELOPE' }, 'failed'],
    [{ responseCode: 554, command: 'DATA', code: 'EMESSAGE' }, 'failed'],
    [{ responseCode: 451, command: 'DATA', code: 'EMESSAGE' }, 'again'],
    [{ responseCode: 421, command: 'MAIL FROM' }, 'again'],
    [{ responseCode: 535, command: 'AUTH', code: 'EAUTH' }, 'again'],
    [{ responseCode: 554, command: 'CONN', code: 'EPROTOCOL' }, 'again'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'again'],
    [{ code: 'ECONNREFUSED' }, 'again'],
    [{ code: 'EDNS' }, 'again'],
    [{ code: 'ETIMEDOUT', command: 'RCPT TO' }, 'again'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'unknown'],
    [{ code: 'ECONNRESET' }, 'unknown'],
    [{ code: 'ESOCKET', command: 'API' }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('%o is %s', (error, verdict) => {
    expect(classifySmtpError(error)).toBe(verdict);
  });

  it('is retried later each time, and in the end no more', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(retryDelay)).toEqual([
      5_000,
      30_000,
      120_000,
      600_000,
      3_600_000,
      null,
      null,
    ]);
    expect(MOST_ATTEMPTS).toBe(6);
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
