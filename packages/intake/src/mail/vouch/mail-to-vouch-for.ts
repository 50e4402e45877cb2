import type { MailEnvelope } from '@adieu/db';

/** A mail, and what is known of how it came. */
export interface MailToVouchFor {
  /** Its beginning, with all of its header. */
  readonly head: Buffer;
  /**
   * Whether that is all of it, which a signature covers. What is longer is not checked: blanks alone, 25 MB of them, would be half a minute
   * of this very process.
   */
  readonly isWhole: boolean;
  /** The one address of its From, as it stands there. */
  readonly from: string;
  /** How it was handed over; `origin` null where that was by a mail server of ours, which sends for everybody. */
  readonly envelope: Pick<MailEnvelope, 'from' | 'origin' | 'helo'>;
  /**
   * Names by which mail servers of ours sign their findings (RFC 8601), of a mail that came through one of them; none of a mail
   * that strangers hand over themselves: whatever stands in it, they wrote.
   */
  readonly trusted: readonly string[];
}
