import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { Logger } from 'pino';
import type { ResolveDns } from './vouch/resolve-dns.ts';

/** What mails that come in need of the world. */
export interface MailInDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly mailDomain: string;
  /** By which it is found out who wrote a mail; not given: the machine's own name servers. */
  readonly resolve?: ResolveDns;
  /** Names, in lower case, by which mail servers of ours sign what they find of a mail (Authentication-Results); none if not given. */
  readonly authservIds?: readonly string[];
}
