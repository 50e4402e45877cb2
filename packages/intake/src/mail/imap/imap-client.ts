import type { ImapMailbox } from '@adieu/gateways';
import { ImapFlow } from 'imapflow';

const MINUTE_MS = 60_000;

/** A connection to a mailbox, whose server has to be who it says. */
export function imapClient(mailbox: ImapMailbox, onError: (error: Error) => void): ImapFlow {
  const { host, port, security, user, password, ca } = mailbox;
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    // Without it a server, or whoever stands between, may have the password in the clear.
    ...(security === 'starttls' && { doSTARTTLS: true }),
    auth: { user, pass: password },
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca !== null && { ca }) },
    // It logs what it is told.
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: 5 * MINUTE_MS,
    connectionTimeout: MINUTE_MS / 2,
    greetingTimeout: MINUTE_MS / 4,
    // Longer than IDLE is silent: a connection that is dead is found out by it.
    socketTimeout: 6 * MINUTE_MS,
  });
  // An error that nobody listens to ends the process.
  client.on('error', onError);
  return client;
}
