import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { Logger } from 'pino';
import type { RefusedBecause } from './event-ingress.ts';
import type { MailEventKind } from './mail-event.ts';

/** What events of providers need of the world. */
export interface EventsDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly mailDomain: string;
  /** Opens what makes a provider go on; whether that was so. */
  readonly confirm: (url: string) => Promise<boolean>;
  readonly count: EventCounter;
}

/** Counts by words of ours and the operator's names of providers. */
export interface EventCounter {
  taken(provider: string, kind: MailEventKind): void;
  unreadable(provider: string): void;
  refused(provider: string, because: RefusedBecause): void;
}
