import { isIP } from 'node:net';
import { readAuthservIds, settingStep } from '@adieu/domain';
import {
  type ImapMailbox,
  parseImapMailboxes,
  type SmtpSettings,
  SMTP_DEFAULTS,
} from '@adieu/intake';
import { type KeyRing, readSettings } from '@adieu/keys';
import { z } from 'zod';
import { COMMON, mailDomain, port } from '../settings.ts';
import { type CertificateFiles, readMailCertificate } from './mail-certificate.ts';

const addresses = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((each) => each.trim()))
  .transform((all) => all.filter((each) => each !== ''))
  .refine((all) => all.every((each) => isIP(each) !== 0), {
    error: 'must be IP addresses with commas between them',
  });

const count = z.coerce.number().int('must be a whole number').min(1, 'must be 1 or more');

const schema = z
  .object({
    ...COMMON,
    MAIL_IN_HOST: z.string().default('127.0.0.1'),
    MAIL_IN_PORT: port.default(2525),
    MAIL_DOMAIN: mailDomain,
    TLS_CERT_FILE: z.string().optional(),
    TLS_KEY_FILE: z.string().optional(),
    MAIL_IN_TLS_CERT_FILE: z.string().optional(),
    MAIL_IN_TLS_KEY_FILE: z.string().optional(),
    MAIL_IN_TRUSTED_MTAS: addresses,
    MAIL_IN_PROXIES: addresses,
    MAIL_IN_AUTHSERV_IDS: z.string().default('').transform(settingStep(readAuthservIds)),
    MAIL_IN_CONNECTIONS_PER_CLIENT: count.default(SMTP_DEFAULTS.connectionsPerClient),
    MAIL_IN_MAILS_PER_MINUTE: count.default(SMTP_DEFAULTS.mailsPerMinute),
    IMAP_MAILBOXES_FILE: z.string().optional(),
  })
  .refine(
    (env) => (env.MAIL_IN_TLS_CERT_FILE === undefined) === (env.MAIL_IN_TLS_KEY_FILE === undefined),
    { path: ['MAIL_IN_TLS_CERT_FILE'], error: 'and MAIL_IN_TLS_KEY_FILE: set both or neither' },
  );

export interface MailInEnvironment {
  readonly databaseUrl: string;
  readonly ring: KeyRing;
  readonly logLevel: string;
  readonly host: string;
  readonly port: number;
  readonly mailDomain: string;
  /** Names by which mail servers of ours sign what they find of a mail. */
  readonly authservIds: readonly string[];
  /** None: mails come by SMTP alone. */
  readonly mailboxes: readonly ImapMailbox[];
  /** Where the certificate is that is read anew when it changes; null: STARTTLS is not offered. */
  readonly certificateFiles: CertificateFiles | null;
  readonly smtp: Pick<
    SmtpSettings,
    'certificate' | 'trustedMtas' | 'proxies' | 'connectionsPerClient' | 'mailsPerMinute'
  >;
}

/** The settings of mail-in. Throws one error that names everything that is wrong. */
export function readMailInEnvironment(variables: NodeJS.ProcessEnv): MailInEnvironment {
  const {
    settings: env,
    ring,
    files: { IMAP_MAILBOXES_FILE: mailboxes = [] },
  } = readSettings(schema, variables, { IMAP_MAILBOXES_FILE: parseImapMailboxes });
  const certFile = env.MAIL_IN_TLS_CERT_FILE ?? env.TLS_CERT_FILE;
  const keyFile = env.MAIL_IN_TLS_KEY_FILE ?? env.TLS_KEY_FILE;
  const files = certFile === undefined || keyFile === undefined ? null : { certFile, keyFile };
  return {
    databaseUrl: env.DATABASE_URL,
    ring,
    logLevel: env.LOG_LEVEL,
    host: env.MAIL_IN_HOST,
    port: env.MAIL_IN_PORT,
    mailDomain: env.MAIL_DOMAIN,
    authservIds: env.MAIL_IN_AUTHSERV_IDS,
    mailboxes,
    certificateFiles: files,
    smtp: {
      certificate: files === null ? null : readMailCertificate(files),
      trustedMtas: env.MAIL_IN_TRUSTED_MTAS,
      proxies: env.MAIL_IN_PROXIES,
      connectionsPerClient: env.MAIL_IN_CONNECTIONS_PER_CLIENT,
      mailsPerMinute: env.MAIL_IN_MAILS_PER_MINUTE,
    },
  };
}
