import { type ParsedMail, simpleParser } from 'mailparser';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SinkMail {
  readonly to: string;
  readonly raw: Buffer;
  /** When it was accepted, in milliseconds of this process's monotonic clock. */
  readonly at: number;
  parsed(): Promise<ParsedMail>;
}

export interface SinkOptions {
  /** What to answer after DATA; undefined = accept. A reply such as `451 try again` refuses. */
  readonly reply?: (to: string, attempt: number) => string | undefined;
  /** Whether to take the whole mail and then break the connection off without an answer. */
  readonly drops?: (to: string) => boolean;
  /** Whether it does without SMTPUTF8 (RFC 6531), as many do. */
  readonly asciiOnly?: boolean;
  /** Count only: keep no mail. For runs of thousands. */
  readonly countOnly?: boolean;
}

export interface SmtpSink {
  readonly url: string;
  readonly mails: readonly SinkMail[];
  readonly count: number;
  /** Resolves when `n` mails (or the first that `match`es) have been accepted. */
  waitFor(n: number): Promise<readonly SinkMail[]>;
  waitForMail(match: (mail: SinkMail) => boolean): Promise<SinkMail>;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it accepts, so that tests read the mails that would have gone out. */
export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const mails: SinkMail[] = [];
  const attempts = new Map<string, number>();
  const waiting = new Set<() => void>();
  const sockets = new Map<number | undefined, Socket>();
  let count = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSMTPUTF8: options.asciiOnly ?? false,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!options.countOnly) chunks.push(chunk);
      });
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const attempt = (attempts.get(to) ?? 0) + 1;
        if (options.reply) attempts.set(to, attempt);
        const reply = options.reply?.(to, attempt);
        if (reply !== undefined) {
          const error: Error & { responseCode?: number } = new Error(reply.slice(4));
          error.responseCode = Number(reply.slice(0, 3));
          done(error);
          return;
        }
        count += 1;
        if (!options.countOnly) {
          const raw = Buffer.concat(chunks);
          mails.push({ to, raw, at: performance.now(), parsed: () => simpleParser(raw) });
        }
        if (options.drops?.(to)) sockets.get(session.remotePort)?.resetAndDestroy();
        else done();
        for (const check of waiting) check();
      });
    },
  });
  server.on('error', () => {
    // A client that drops its connection is not the sink's fault; the test sees it at the client.
  });
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const when = <T>(ready: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const check = (): void => {
        const value = ready();
        if (value === undefined) return;
        waiting.delete(check);
        resolve(value);
      };
      waiting.add(check);
      check();
    });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get count() {
      return count;
    },
    waitFor: (n) => when(() => (count >= n ? mails : undefined)),
    waitForMail: (match) => when(() => mails.find(match)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
