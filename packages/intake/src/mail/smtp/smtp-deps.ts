import type { MailInDeps } from '../mail-in-deps.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface SmtpDeps extends MailInDeps {
  readonly smtp?: Partial<SmtpSettings>;
  /** Told of a mail that is stored and to be read soon. */
  readonly onStored?: () => void;
}
