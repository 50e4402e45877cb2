export type SmtpVerdict = 'again' | 'failed' | 'unknown';

export interface SmtpError {
  /** nodemailer's code: ECONNECTION, ETIMEDOUT, EENVELOPE, EMESSAGE, … */
  readonly code?: string;
  /** The command that failed: CONN, EHLO, MAIL FROM, RCPT TO, DATA, … */
  readonly command?: string;
  /** The server's reply code, where it answered. */
  readonly responseCode?: number;
}

const BEFORE_THE_MESSAGE = [
  'CONN',
  'EHLO',
  'HELO',
  'LHLO',
  'STARTTLS',
  'AUTH',
  'MAIL FROM',
  'RCPT TO',
];
const NEVER_CONNECTED = ['EDNS', 'ECONNECTION', 'ECONNREFUSED', 'EAUTH', 'ENOTFOUND'];

/**
 * What an SMTP error means for the mail. An answer decides: 4xx try again, 5xx failed. Without an answer it is safe to try
 * again only where the message cannot have left; else nobody knows, and a mail too few is better than one twice.
 */
export function classifySmtpError(error: SmtpError): SmtpVerdict {
  const { responseCode, command, code } = error;
  if (responseCode !== undefined && responseCode >= 500 && responseCode < 600) {
    // A server that closes shop (421, or 5xx while greeting or logging in) says nothing about this mail.
    return command !== undefined && ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH'].includes(command)
      ? 'again'
      : 'failed';
  }
  if (responseCode !== undefined && responseCode >= 400) return 'again';
  if (command !== undefined && BEFORE_THE_MESSAGE.includes(command)) return 'again';
  if (code !== undefined && NEVER_CONNECTED.includes(code)) return 'again';
  return 'unknown';
}

const BACKOFF_SECONDS = [5, 30, 120, 600, 3_600];
/** Hand-overs of one mail before it is given up. */
export const MOST_ATTEMPTS = BACKOFF_SECONDS.length + 1;

/** How long after the n-th failed hand-over (1, 2, …) the next may begin, in milliseconds; null = no more. */
export function retryDelay(attempts: number): number | null {
  const seconds = attempts >= MOST_ATTEMPTS ? undefined : BACKOFF_SECONDS[attempts - 1];
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
