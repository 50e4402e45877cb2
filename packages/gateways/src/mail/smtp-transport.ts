import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { SmtpError } from './classify-smtp-error.ts';
import type { MailTransport } from './mail-transport.ts';
import { PassingMail } from './passing-mail.ts';

/** Less than the lease of a hand-over, so that a mail that is given up is given up before its lease ends. */
const SOCKET_TIMEOUT_MS = 20_000;

/**
 * Pooled SMTP. Mails go to nodemailer's pool as they are: its `sendMail` would take each apart and put it together again,
 * which costs as much as the hand-over itself.
 */
export function createSmtpTransport(options: { url: string; poolSize: number }): MailTransport {
  const pool = new SMTPPool({
    url: options.url,
    maxConnections: options.poolSize,
    maxMessages: Number.POSITIVE_INFINITY,
    // A connection that had gone away unnoticed gets one new one; more would outlast the gate's answer.
    maxRequeues: 1,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: SOCKET_TIMEOUT_MS,
  });
  return {
    poolSize: options.poolSize,
    send: (mail) =>
      new Promise((resolve, reject) => {
        const passing = new PassingMail(mail, (one) => takesUtf8(pool, one));
        pool.send(passing as unknown as PooledMail, (error, info) => {
          if (error === null) resolve(info!.response);
          else if (passing.isBeyondServer) reject(beyondServer());
          else reject(Object.assign(error, { mayHaveLeft: passing.mayHaveLeft }));
        });
      }),
    close: () => pool.close(),
  };
}

/**
 * Whether the connection that this mail was given to has a server that said SMTPUTF8. Connections of one name may be to
 * different servers, so each is asked. nodemailer tells nobody: where a version keeps it elsewhere, no such mail goes out.
 */
function takesUtf8(pool: SMTPPool, mail: PassingMail): boolean {
  const { _connections: connections } = pool as unknown as { _connections?: PooledConnection[] };
  const given = connections?.find(({ queueEntry }) => queueEntry && queueEntry.mail === mail);
  const { _supportedExtensions: extensions = [] } = given?.connection ?? {};
  return extensions.includes('SMTPUTF8');
}

interface PooledConnection {
  readonly queueEntry?: { readonly mail: unknown } | false;
  readonly connection?: { readonly _supportedExtensions?: readonly string[] };
}

function beyondServer(): Error & SmtpError {
  const message =
    'the mail server takes no address with letters beyond ASCII before the @ (it does not offer SMTPUTF8, RFC 6531)';
  return Object.assign(new Error(message), {
    code: 'EENVELOPE',
    mayHaveLeft: false,
    isBeyondServer: true,
  });
}

type PooledMail = Parameters<SMTPPool['send']>[0];
