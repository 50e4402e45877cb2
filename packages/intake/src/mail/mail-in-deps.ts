import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { Logger } from 'pino';

/** What mails that come in need of the world. */
export interface MailInDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly mailDomain: string;
}
