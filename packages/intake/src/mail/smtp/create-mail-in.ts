import { type SMTPServerSession, SMTPServer } from 'smtp-server';
import { addressOfOurs, isOfPerson } from '../address-of-ours.ts';
import { ClientLimits } from './client-limits.ts';
import type { MailInDeps } from '../mail-in-deps.ts';
import { createTakeData } from './take-data.ts';
import { Patience } from './patience.ts';
import { RelayedSessions } from './relayed-sessions.ts';
import { reply } from './replies.ts';
import type { SmtpDeps } from './smtp-deps.ts';
import { type MailCertificate, SMTP_DEFAULTS } from './smtp-settings.ts';

/** Nobody writes to more of our addresses with one mail: each is of one message, or one list's. */
const MOST_RECIPIENTS = 10;
/** Between a mail that is taken and the end of the process. */
const CLOSE_MS = 10_000;

/**
 * Takes the mails that List-Unsubscribe's mailto makes, answers, the complaints that CFBL-Address asks for, and what comes back to
 * return paths. A mail is accepted (250) once it is stored, and a wish to leave is in force by then; where that fails the
 * sender is told to come again (451). Never answers by mail, so it can not loop.
 */
export function createMailIn(deps: SmtpDeps): SMTPServer {
  const settings = { ...SMTP_DEFAULTS, ...deps.smtp };
  const limits = new ClientLimits(settings, deps.clock, deps.onLimit ?? (() => {}));
  const relayed = new RelayedSessions(settings.trustedMtas);
  const patience = new Patience(settings.betweenMailsMs, (id) => end(server, id));
  const takeData = createTakeData({ ...deps, relayed }, settings, {
    onReceived: (session, bytes) => limits.counts(session, bytes),
    onGivenUp: ({ id }) => setImmediate(end, server, id),
  });
  const server = new SMTPServer({
    banner: 'Adieu',
    // Without a certificate of ours the library would offer its own, whose key everybody has.
    disabledCommands: settings.certificate === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...settings.certificate,
    disableReverseLookup: true,
    size: settings.size,
    maxClients: settings.connections,
    maxRecipients: MOST_RECIPIENTS,
    socketTimeout: settings.idleMs,
    closeTimeout: CLOSE_MS,
    useXForward: [...settings.trustedMtas],
    useProxy: [...settings.proxies],
    onConnect(session, callback) {
      relayed.begins(session);
      patience.begins(session.id);
      callback(limits.admits(session) ? null : reply(421, 'Too many connections from here'));
    },
    onMailFrom: (_from, session, callback) =>
      callback(limits.takesMail(session) ? null : reply(451, 'Too many mails from here: later')),
    onRcptTo({ address }, session, callback) {
      const refused = refusalOf(deps, address, session);
      if (refused === null) return callback();
      if (limits.bearsWrongAddress(session)) return callback(refused);
      callback(reply(421, 'Too many wrong addresses'));
      end(server, session.id);
    },
    onData(stream, session, callback) {
      patience.pauses(session.id);
      takeData(stream, session, (error) => {
        callback(error);
        patience.goesOn(session.id);
      });
    },
    onClose(session) {
      patience.stops(session.id);
      relayed.ends(session);
      limits.ends(session);
    },
  });
  server.on('error', (error) => deps.log.debug({ err: error }, 'an SMTP connection failed'));
  return server;
}

/** Offers another certificate from the next connection on, as after a renewal. */
export function renewCertificate(server: SMTPServer, certificate: MailCertificate): void {
  server.updateSecureContext({ ...certificate });
}

function refusalOf(
  { ring, mailDomain }: MailInDeps,
  address: string,
  { envelope: { mailFrom } }: SMTPServerSession,
): Error | null {
  const to = addressOfOurs(ring, mailDomain, address);
  if (to === null) return reply(550, 'No such address here');
  // What comes from nobody is a bounce or a report, and nobody can not leave.
  const isNobody = mailFrom === false || mailFrom.address === '';
  return isOfPerson(to) && isNobody ? reply(550, 'No bounces here') : null;
}

function end(server: SMTPServer, id: string): void {
  for (const connection of server.connections) if (connection.id === id) connection.close();
}
