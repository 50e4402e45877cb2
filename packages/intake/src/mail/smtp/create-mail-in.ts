import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { addressOfOurs, isOfPerson } from '../address-of-ours.ts';
import type { MailInDeps } from '../mail-in-deps.ts';
import { refusal, reply } from './replies.ts';
import { takeMail } from './take-mail.ts';

const MAIL_LIMIT = 1024 * 1024;
const MOST_CLIENTS = 100;
const SOCKET_TIMEOUT_MS = 60_000;

export interface SmtpDeps extends MailInDeps {
  /** Told of a mail that is stored and to be read soon. */
  readonly onStored?: () => void;
}

/**
 * Takes the mails that List-Unsubscribe's mailto makes, answers, the complaints that CFBL-Address asks for, and what comes back to
 * return paths. A mail is accepted (250) once it is stored, and a wish to leave is in force by then; where that fails the
 * sender is told to come again (451). Never answers by mail, so it can not loop.
 */
export function createMailIn(deps: SmtpDeps): SMTPServer {
  const server = new SMTPServer({
    banner: 'Adieu',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAIL_LIMIT,
    maxClients: MOST_CLIENTS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    onRcptTo({ address }, session, callback) {
      const to = addressOfOurs(deps.ring, deps.mailDomain, address);
      if (to === null) return callback(reply(550, 'No such address here'));
      const sender = session.envelope.mailFrom;
      // What comes from nobody is a bounce or a report, and nobody can not leave.
      if (isOfPerson(to) && (sender === false || sender.address === ''))
        return callback(reply(550, 'No bounces here'));
      callback();
    },
    onData(stream, session, callback) {
      const answer = async (): Promise<void> => callback(await answerMail(deps, stream, session));
      void answer();
    },
  });
  server.on('error', (error) => deps.log.debug({ err: error }, 'an SMTP connection failed'));
  return server;
}

/** The refusal to answer with, null where the mail is taken. Never throws. */
async function answerMail(
  deps: SmtpDeps,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Error | null> {
  try {
    const pieces: Buffer[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>)
      if (!stream.sizeExceeded) pieces.push(piece);
    if (stream.sizeExceeded) return reply(552, 'The mail is too large');
    const refused = await takeMail(
      deps,
      Buffer.concat(pieces),
      session,
      deps.onStored ?? (() => {}),
    );
    return refused === null ? null : refusal(refused);
  } catch (error) {
    deps.log.error({ err: error }, 'a mail could not be stored');
    return reply(451, 'Please try again in a few minutes');
  }
}
