/** PEM texts. */
export interface MailCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** How the outside meets the server. */
export interface SmtpSettings {
  /** Null: STARTTLS is not offered. */
  readonly certificate: MailCertificate | null;
  /** Mail servers of ours: whom they say that a mail is from (XFORWARD) is believed, and they are not limited. */
  readonly trustedMtas: readonly string[];
  /** Balancers that begin each connection with who it is from (PROXY protocol). */
  readonly proxies: readonly string[];
  /** Of one mail, in bytes. */
  readonly size: number;
  /** Of a mail to an address that anybody may guess (`leave`, `complaints`). */
  readonly guessedSize: number;
  /** Of one client, in a minute. */
  readonly bytesPerMinute: number;
  /** Of everybody together. */
  readonly connections: number;
  readonly connectionsPerClient: number;
  readonly mailsPerMinute: number;
  /** Without a byte. */
  readonly idleMs: number;
  /** From a connection's beginning to its first mail, and from one mail to the next, whatever is said. */
  readonly betweenMailsMs: number;
  /** For the whole of one mail. */
  readonly dataMs: number;
}

export const SMTP_DEFAULTS: SmtpSettings = {
  certificate: null,
  trustedMtas: [],
  proxies: [],
  size: 25 * 1024 * 1024,
  guessedSize: 1024 * 1024,
  bytesPerMinute: 256 * 1024 * 1024,
  connections: 200,
  connectionsPerClient: 20,
  mailsPerMinute: 600,
  idleMs: 60_000,
  betweenMailsMs: 300_000,
  dataMs: 600_000,
};
