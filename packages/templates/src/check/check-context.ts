import type { CampaignIdentity, Mailbox, Purpose } from '@adieu/domain';
import type { CheckedAudience } from './check-audience.ts';
import type { FieldCoverage } from './check-fields.ts';

/** What one must know to look a text over. */
export interface LookContext {
  /** Whether addresses that only this machine knows are mistakes. */
  readonly production: boolean;
  readonly hasTopic: boolean;
  readonly purpose: Purpose;
}

/** What a check must know beside what was looked over. */
export interface CheckContext {
  /** Null where the account has nothing to send from. */
  readonly sender: Mailbox | null;
  /** Whether its domain is its organisation's to send from. */
  readonly ownsSender: boolean;
  /** Of the organisation's domains, those whose mails are signed here; null where the mail server signs. */
  readonly signedDomains: readonly string[] | null;
  /** What the regime wants said in the mail (H-18). */
  readonly identityWanted: readonly (keyof CampaignIdentity)[];
  readonly coverage: FieldCoverage;
  /** Names of fields that the book's contacts have; some of them. */
  readonly knownFields: readonly string[];
  readonly audience: CheckedAudience;
}
