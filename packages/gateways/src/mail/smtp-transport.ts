import SMTPPool from 'nodemailer/lib/smtp-pool';
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
        const passing = new PassingMail(mail);
        pool.send(passing as unknown as PooledMail, (error, info) => {
          if (error === null) resolve(info!.response);
          else reject(Object.assign(error, { mayHaveLeft: passing.mayHaveLeft }));
        });
      }),
    close: () => pool.close(),
  };
}

type PooledMail = Parameters<SMTPPool['send']>[0];
