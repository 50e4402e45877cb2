import { type Database, recordBounce, recordOptOut } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import {
  linkOfAddress,
  type MailedLink,
  messageOfReport,
  messageOfSubject,
} from './link-of-mail.ts';
import { readDeliveryStatus } from './read-delivery-status.ts';
import { readMail } from './read-mail.ts';

export interface MailInDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly mailDomain: string;
}

const MAIL_LIMIT = 1024 * 1024;
const MOST_CLIENTS = 100;
const SOCKET_TIMEOUT_MS = 60_000;

/**
 * Takes the mails that List-Unsubscribe's mailto makes, the complaints that CFBL-Address asks for, and what comes back to
 * return paths. A mail is accepted (250) once its wish is committed; where that fails the sender is told to come again
 * (451). Never answers by mail, so it can not loop.
 */
export function createMailIn(deps: MailInDeps): SMTPServer {
  const server = new SMTPServer({
    banner: 'Adieu',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAIL_LIMIT,
    maxClients: MOST_CLIENTS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    onRcptTo({ address }, session, callback) {
      const link = linkOfAddress(deps.ring, deps.mailDomain, address);
      const sender = session.envelope.mailFrom;
      // What comes from nobody is a bounce or a report, and nobody can not leave.
      if (!isReport(link) && (sender === false || sender.address === ''))
        return callback(answer(550, 'No bounces here'));
      return link === null ? callback(answer(550, 'No such address here')) : callback();
    },
    onData(stream, session, callback) {
      const reply = async (): Promise<void> => callback(await answerMail(deps, stream, session));
      void reply();
    },
  });
  server.on('error', (error) => deps.log.debug({ err: error }, 'an SMTP connection failed'));
  return server;
}

/** The refusal to answer with, null where the mail is taken. Never throws. */
async function answerMail(
  deps: MailInDeps,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Error | null> {
  try {
    return await takeMail(deps, stream, session);
  } catch (error) {
    deps.log.error({ err: error }, 'a goodbye by mail could not be recorded');
    return answer(451, 'Please try again in a few minutes');
  }
}

async function takeMail(
  deps: MailInDeps,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Error | null> {
  const links = session.envelope.rcptTo.map(({ address }) =>
    linkOfAddress(deps.ring, deps.mailDomain, address),
  );
  const { subject, evidence, body } = await readMail(stream, links.some(isReport));
  if (stream.sizeExceeded) return answer(552, 'The mail is too large');
  for (const link of links) if (isBounce(link)) await takeBounce(deps, link.bounceOf, body ?? '');
  const wishes = links.filter(isWish).map((link) => {
    if (link === 'in-report')
      return {
        messageId: messageOfReport(deps.ring, body ?? ''),
        method: 'SPAM_REPORT',
      } as const;
    const messageId =
      link === 'in-subject' ? messageOfSubject(deps.ring, subject) : (link?.messageId ?? null);
    return { messageId, method: 'MAILTO' } as const;
  });
  if (wishes.some(({ messageId }) => messageId === null))
    return answer(
      550,
      'Which mailing? Please use the unsubscribe address as it stands in the mail',
    );
  for (const { messageId, method } of wishes) {
    const recorded = await recordOptOut(deps.db.sql, {
      target: { messageId: messageId!, scope: 'LINK' },
      signal: 'CLEAR',
      method,
      actor: { kind: 'RECIPIENT', name: null },
      evidence: { ...evidence, origin: session.remoteAddress },
      now: deps.clock(),
    });
    // A complaint is counted, whether there is something to leave or not.
    if ('refused' in recorded && (method === 'MAILTO' || recorded.refused === 'not-found'))
      return answer(
        550,
        recorded.refused === 'exempt'
          ? 'This list is exempt from unsubscribing; the link in the mail leaves all marketing'
          : 'No such mailing',
      );
  }
  return null;
}

type Bounce = Extract<MailedLink, { readonly bounceOf: string }>;
type Wish = Exclude<MailedLink | null, Bounce | 'test'>;

function isBounce(link: MailedLink | null): link is Bounce {
  return link !== null && typeof link === 'object' && 'bounceOf' in link;
}

/** A test mail's way out is taken and changes nothing. */
function isWish(link: MailedLink | null): link is Wish {
  return link !== 'test' && !isBounce(link);
}

/** What mail programs send of themselves, and what stands in their bodies; a person's wish has a sender. */
function isReport(link: MailedLink | null): boolean {
  return link === 'in-report' || isBounce(link);
}

/** Keeps that a message came back. What else comes to a return path (delays, automatic answers) is taken and let go. */
async function takeBounce({ db, clock }: MailInDeps, messageId: string, body: string) {
  const failed = readDeliveryStatus(body);
  if (failed !== null) await recordBounce(db.sql, { messageId, ...failed, now: clock() });
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
