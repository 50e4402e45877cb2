import type { MailInDeps } from '../mail-in-deps.ts';

export interface ImapDeps extends MailInDeps {
  /** Something was stored that is to be read. */
  readonly onStored: () => void;
}
