import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { Logger } from 'pino';

/** What SMS that come in need of the world. */
export interface SmsInDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Those of the installation itself, that who cannot answer a text writes to. */
  readonly shortCodes: ReadonlySet<string>;
}
