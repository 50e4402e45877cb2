import type { MailEnvelope } from '@adieu/db';

/** A mail, and what is known of how it came. */
export interface MailToVouchFor {
  /** Whole: a signature covers all of it. */
  readonly raw: Buffer;
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
