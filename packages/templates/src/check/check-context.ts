import type { CampaignIdentity, Mailbox } from '@adieu/domain';
import type { CheckedAudience } from './check-audience.ts';
import type { FieldCoverage } from './check-fields.ts';

/** What a check must know beside the text. */
export interface CheckContext {
  /** Whether addresses that only this machine knows are mistakes. */
  readonly production: boolean;
  /** Null where the account has nothing to send from. */
  readonly sender: Mailbox | null;
  readonly hasTopic: boolean;
  /** Domains whose mails are signed here; null where the mail server signs. */
  readonly signedDomains: readonly string[] | null;
  /** What the regime wants said in the mail (H-18). */
  readonly identityWanted: readonly (keyof CampaignIdentity)[];
  readonly coverage: FieldCoverage;
  /** Names of fields that the book's contacts have; some of them. */
  readonly knownFields: readonly string[];
  readonly audience: CheckedAudience;
}
