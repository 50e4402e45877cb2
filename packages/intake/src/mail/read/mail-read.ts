import type { AutomaticMark } from './automatic-mark.ts';

/** What was read of a mail: plain data, bounded, made apart from everything else. */
export interface MailRead {
  /** Without brackets. */
  readonly messageId: string | null;
  /** In-Reply-To, then References from the newest; without brackets, each once. */
  readonly answers: readonly string[];
  /** The first address of From, as it stands there. */
  readonly from: string | null;
  readonly subject: string;
  /** What says that no person wrote it; null where a person may have. */
  readonly automatic: AutomaticMark | null;
  readonly report: MailReport | null;
  /** What the writer themselves wrote, quotes and signatures cut; null where there are no words. */
  readonly own: OwnWords | null;
  /** Why its body can not be read: it is for a person to look at, and is not without words. */
  readonly unreadable: string | null;
}

export interface OwnWords {
  readonly firstLine: string;
  readonly text: string;
}

export type MailReport = DeliveryReport | ComplaintReport;

/** A delivery status notification (RFC 3464, RFC 6533), or what older mail servers say in words. */
export interface DeliveryReport {
  readonly kind: 'DELIVERY';
  /** FIELDS: its own part says it. WORDS: there is none, and no more than a class is read of words. */
  readonly saidBy: 'FIELDS' | 'WORDS';
  readonly recipients: readonly ReportedRecipient[];
}

export interface ReportedRecipient {
  /** As the report names it: nothing is matched by it. */
  readonly address: string | null;
  readonly action: DeliveryAction | null;
  /** Enhanced status code (RFC 3463), as `5.1.1`. */
  readonly status: string | null;
  /** Reply of an SMTP server, as 550; of words alone, the one that stands for what they say. */
  readonly code: number | null;
  /** HARD: failed for good. SOFT: failed, and may not the next time. Null: nothing to act on. */
  readonly failure: 'HARD' | 'SOFT' | null;
}

export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** A complaint of a mailbox provider (RFC 5965, RFC 9477), or a mail handed on as one (JMRP). */
export interface ComplaintReport {
  readonly kind: 'COMPLAINT';
  /** Lower case, as it was said: `abuse`, `not-spam` and others. */
  readonly type: string;
  /** FIELDS: a part of its own says so. ENCLOSED: there is nothing but the mail that is complained of. */
  readonly saidBy: 'FIELDS' | 'ENCLOSED';
  /** Its fields, as they stand in the part; names in lower case. */
  readonly fields: ReadonlyArray<readonly [name: string, value: string]>;
  /** Whom it names: nothing is matched by it. */
  readonly recipients: readonly string[];
  /** What may be an id of ours, in the headers of the mail that is complained of. */
  readonly ids: ComplainedOf;
}

/** Not verified yet: who has the keys does that. */
export interface ComplainedOf {
  /** CFBL-Feedback-ID. */
  readonly feedbackIds: readonly string[];
  /** What List-Unsubscribe holds. */
  readonly leaveLinks: readonly string[];
  /** Return paths: Original-Mail-From, Return-Path. */
  readonly returnPaths: readonly string[];
  /** Without brackets. */
  readonly messageIds: readonly string[];
}
