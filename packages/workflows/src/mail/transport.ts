import { createTransport } from 'nodemailer';

export interface RawMail {
  /** Bare addresses, for the envelope. */
  readonly from: string;
  readonly to: string;
  /** The whole message as it goes over the wire. */
  readonly raw: Buffer;
}

export interface MailTransport {
  /** How many mails may be on their way at once. */
  readonly poolSize: number;
  /** Resolves with the server's answer once it has taken the mail over; rejects with nodemailer's error. */
  send(mail: RawMail): Promise<string>;
  close(): void;
}

/** Less than the lease of a hand-over, so that a mail that is given up is given up before its lease ends. */
const SOCKET_TIMEOUT_MS = 20_000;

/** Pooled SMTP. */
export function createMailTransport(options: { url: string; poolSize: number }): MailTransport {
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: options.poolSize,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    poolSize: options.poolSize,
    async send({ from, to, raw }) {
      const sent = await transport.sendMail({ envelope: { from, to }, raw });
      return sent.response;
    },
    close: () => transport.close(),
  };
}
