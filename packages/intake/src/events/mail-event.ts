/**
 * `hard`, `soft`: it came back. `complaint`: its reader called it spam. `unsubscribe`: somebody left at the provider. `other`: whatever
 * asks for nothing, as opens and clicks, and what was not sent because of the provider's own list, which says nothing new.
 */
export type MailEventKind = 'hard' | 'soft' | 'complaint' | 'unsubscribe' | 'delivered' | 'other';

/** What a provider says became of one mail to one address. */
export interface MailEvent {
  readonly kind: MailEventKind;
  /** As the provider wrote it; null where it names none. */
  readonly address: string | null;
  /** How the provider calls the mail. */
  readonly providerMessageId: string | null;
  /** By which a repetition is known; null where the provider gives none. */
  readonly eventId: string | null;
  /** The id that we gave it to carry. */
  readonly ourId: string | null;
  /** Message-ID of the mail as we wrote it, where the provider tells, without brackets. */
  readonly messageId: string | null;
  /** Enhanced status (RFC 3463), as `5.1.1`. */
  readonly status: string | null;
  /** Whether the provider will not try again. */
  readonly isFinal: boolean;
  /** What kind of complaint the mailbox provider says that it is (RFC 5965). */
  readonly complaintType: string | null;
  /** The list of the provider because of which nothing was sent. */
  readonly suppressedBy: string | null;
  /** What of ours at the provider was left, where it was not everything. */
  readonly group: number | null;
  readonly at: Date | null;
}
