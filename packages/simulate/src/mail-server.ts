import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { ArrivedMail } from './facts.ts';

/** A mail as it came by SMTP. */
export interface TakenMail {
  readonly to: string;
  /** MAIL FROM: where it is returned to. */
  readonly returnPath: string;
  readonly raw: string;
}

/** The mail server of the whole population. */
export interface MailServer {
  readonly url: string;
  /** The mails of campaigns that it took, in their order. */
  readonly arrived: readonly ArrivedMail[];
  /** To whom it took nothing, as they have no mailbox: once for each time that it was tried. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

const CAMPAIGN = /^Feedback-ID:/im;
const MESSAGE_ID = /^Message-ID:\s*<([^@>]+)@/im;

/** Starts it on a free port. `hasMailbox` says who is known; what is taken goes to `deliver`. */
export async function startMailServer(on: {
  hasMailbox(address: string): boolean;
  deliver(mail: TakenMail, of: 'campaign' | 'house'): void;
}): Promise<MailServer> {
  const arrived: ArrivedMail[] = [];
  const refused: string[] = [];
  const begun = new WeakMap<SMTPServerSession, number>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom(_from, session, callback) {
      begun.set(session, Date.now());
      callback();
    },
    onRcptTo({ address }, _session, callback) {
      if (on.hasMailbox(address)) return callback();
      refused.push(address);
      callback(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const returnPath = mailFrom === false ? '' : mailFrom.address;
        const mail = { to: rcptTo[0]!.address, returnPath, raw };
        // Answering ends the session's envelope.
        callback();
        const head = raw.slice(0, raw.search(/\r?\n\r?\n/));
        const messageId = MESSAGE_ID.exec(head)?.[1];
        if (!CAMPAIGN.test(head) || messageId === undefined) return on.deliver(mail, 'house');
        arrived.push({ messageId, address: mail.to, at: begun.get(session) ?? Date.now() });
        on.deliver(mail, 'campaign');
      });
    },
  });
  // A client that drops its connection is the client's business.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
