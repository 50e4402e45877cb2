import type { MailLimit } from '@adieu/domain';
import type { MailInDeps } from '../mail-in-deps.ts';
import type { RelayedSessions } from './relayed-sessions.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** What takes in mails knows besides of who brings them. */
export interface TakingDeps extends SmtpDeps {
  readonly relayed: RelayedSessions;
}

export interface SmtpDeps extends MailInDeps {
  readonly smtp?: Partial<SmtpSettings>;
  /** Told of a mail that is stored and to be read soon. */
  readonly onStored?: () => void;
  /** Told each time that a client meets a limit. */
  readonly onLimit?: (limit: MailLimit) => void;
}
