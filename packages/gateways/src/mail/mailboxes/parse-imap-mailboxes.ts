import { readFileSync } from 'node:fs';
import { parseSecretFile } from '../../sms/config/parse-sms-gateways.ts';
import { mailboxes, type MailboxSettings } from './mailbox-schema.ts';

/** A mailbox that mails are read from. */
export type ImapMailbox = Omit<MailboxSettings, 'caFile' | 'port'> & {
  readonly port: number;
  readonly ca: string | null;
};

const PORTS = { tls: 993, starttls: 143 } as const;

/** Reads the file that IMAP_MAILBOXES_FILE names. Throws with all that is wrong and what to do, never with what the file holds. */
export function parseImapMailboxes(text: string, file: string): ImapMailbox[] {
  return parseSecretFile(mailboxes, 'IMAP mailboxes file', text, file).map(
    ({ caFile, port, ...rest }) => ({
      ...rest,
      port: port ?? PORTS[rest.security],
      ca: caFile === null ? null : readFileSync(caFile, 'utf8'),
    }),
  );
}
