import { RETRIES, type RetryKind, ruleOf } from './smtp-replies.ts';

export type SmtpVerdict = 'again' | 'failed' | 'unknown';

export interface SmtpError {
  /** nodemailer's code: ECONNECTION, ETIMEDOUT, EENVELOPE, EMESSAGE, … */
  readonly code?: string;
  /** The command that failed: CONN, EHLO, MAIL FROM, RCPT TO, DATA, … CONN also for a connection that broke at any later step. */
  readonly command?: string;
  /** The server's reply code, where it answered. */
  readonly responseCode?: number;
  /** The server's reply. */
  readonly response?: string;
  /** Whether a byte of the message was sent (our transport says so); undefined where the error is not the transport's. */
  readonly mayHaveLeft?: boolean;
  /** Whether this server can not take the mail's addresses, while another may (our transport says so). */
  readonly isBeyondServer?: boolean;
}

export type SmtpReading =
  | { readonly verdict: 'again'; readonly retry: RetryKind }
  | { readonly verdict: 'failed' | 'unknown' };

/**
 * What an SMTP error means for the mail. An answer to it decides, by the table of replies. Without an answer it is safe to try
 * again only where not a byte of the message was sent; else nobody knows, and a mail too few is better than one twice.
 */
export function readSmtpError(error: SmtpError): SmtpReading {
  const { code, responseCode, command, response, mayHaveLeft } = error;
  // Once the message was on its way only the answer to DATA is one to it: nodemailer calls a connection that broke CONN.
  if (mayHaveLeft !== false && command !== 'DATA') {
    const isAnswered = responseCode !== undefined && command !== undefined && command !== 'CONN';
    if (mayHaveLeft || !isAnswered) return { verdict: 'unknown' };
  }
  const rule = responseCode === undefined ? undefined : ruleOf(responseCode, command, response);
  if (rule !== undefined) {
    return rule.retry === null ? { verdict: 'failed' } : { verdict: 'again', retry: rule.retry };
  }
  if (mayHaveLeft !== false) return { verdict: 'unknown' };
  // Refused by nodemailer itself, before any server: an address or a mail that cannot be sent.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { verdict: 'failed' };
  return { verdict: 'again', retry: 'RELAY' };
}

export function classifySmtpError(error: SmtpError): SmtpVerdict {
  return readSmtpError(error).verdict;
}

/** How long after the n-th failed hand-over (1, 2, …) the next may begin, in milliseconds; null = no more. */
export function retryDelay(retry: RetryKind, attempts: number): number | null {
  const seconds: number | undefined = RETRIES[retry][attempts - 1];
  return seconds === undefined ? null : seconds * 1000;
}

/** What to keep of an error for the campaign's report: short, and without addresses. */
export function outcomeOf(error: unknown): string {
  const { response, message, code } = error as {
    response?: string;
    message?: string;
    code?: string;
  };
  const text = response ?? message ?? 'no answer';
  const clean = text.replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<address>').replace(/\s+/g, ' ');
  return `${response === undefined && code ? `${code}: ` : ''}${clean}`.slice(0, 300);
}
