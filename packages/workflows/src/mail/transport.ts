import { createTransport } from 'nodemailer';
import type { Readable } from 'node:stream';

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
  /**
   * Resolves with the server's answer once it has taken the mail over; rejects with nodemailer's error and `mayHaveLeft` on
   * it (SmtpError). Where a mail may go by several ways, none begins after `until`.
   */
  send(mail: RawMail, until?: Date): Promise<string>;
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
    // A connection that had gone away unnoticed gets one new one; more would outlast the gate's answer.
    maxRequeues: 1,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Errors do not say how far a mail got: a connection that breaks after the last byte is reported like one that was never
  // made. What does is whether the message was read, which begins when the server has asked for it (DATA, 354).
  const streams = new WeakMap<Buffer, Readable[]>();
  transport.use('stream', ({ message, data }, done) => {
    const begun = streams.get(data.raw as Buffer);
    const create = message.createReadStream.bind(message);
    message.createReadStream = (...given) => {
      const stream = create(...given);
      begun?.push(stream);
      return stream;
    };
    done();
  });
  return {
    poolSize: options.poolSize,
    async send({ from, to, raw }) {
      const begun: Readable[] = [];
      // A view of its own, without a copy: one mail may be sent by two at once.
      const view = raw.subarray();
      streams.set(view, begun);
      try {
        const sent = await transport.sendMail({ envelope: { from, to }, raw: view });
        return sent.response;
      } catch (error) {
        const mayHaveLeft = begun.some(({ readableDidRead }) => readableDidRead);
        throw Object.assign(error as Error, { mayHaveLeft });
      }
    },
    close: () => transport.close(),
  };
}
