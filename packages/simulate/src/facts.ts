import type { AdminVerdict, Kind } from './population.ts';
import type { SmsKind } from './sms/people.ts';

/** All instants: milliseconds since the epoch, by this machine's clock, which every process shares. */
type Instant = number;

/** A wish that was acknowledged to whoever had it. */
export interface Wish {
  readonly acknowledgedAt: Instant;
  /** Messages to them whose hand-over had begun by then: the page names them, and they may still come. */
  readonly underWay: readonly string[];
}

/** What happened to one person, as they saw it themselves. */
export interface PersonFacts {
  readonly address: string;
  readonly kind: Kind;
  readonly scanned: boolean;
  readonly verdict: AdminVerdict;
  /** What they set out to do and could not; null where it went as it should. */
  readonly trouble: string | null;
  readonly wish: Wish | null;
  /** That they confirmed their return by the mail's link. */
  readonly cameBack: boolean;
  /** Mails to them that were no campaign's: notices, confirmations. */
  readonly notices: number;
}

/** A mail of a campaign as the mail server took it. */
export interface ArrivedMail {
  readonly messageId: string;
  readonly address: string;
  /** When its hand-over reached the server (MAIL FROM). */
  readonly at: Instant;
}

/** A request as the record has it at the end. */
export interface RequestFacts {
  readonly address: string;
  readonly method: string;
  readonly state: string;
  readonly suspicious: boolean;
  readonly at: Instant;
  readonly deadline: Instant | null;
  /** When it stopped to be in force or was decided; null where neither. */
  readonly endedAt: Instant | null;
}

/** What an admin decided, and was told to be done. */
export interface Decided {
  readonly address: string;
  readonly decision: 'CONFIRM' | 'DECLINE';
}

/** A step in the record's ledger. */
export interface LedgerStep {
  readonly at: Instant;
  readonly type: string;
  readonly method: string | null;
  /** Whether the request that it is about had to wait for an admin or a deadline. */
  readonly waited: boolean;
  /** The state of the request before it. */
  readonly from: string | null;
}

/** A mailing as the record has it at the end. */
export interface MailingFacts {
  readonly at: Instant;
  readonly state: string;
  /** Messages by their state: SENT, STOPPED, FAILED, UNKNOWN, QUEUED … */
  readonly messages: Readonly<Record<string, number>>;
}

/** What happened to one person who gets SMS. */
export interface SmsPersonFacts {
  readonly address: string;
  readonly kind: SmsKind;
  readonly trouble: string | null;
  readonly wish: Wish | null;
}

/** The part of a run that goes by SMS. */
export interface SmsFacts {
  readonly people: readonly SmsPersonFacts[];
  /** SMS of campaigns as the gateway took them. */
  readonly arrived: readonly ArrivedMail[];
  /** The same of all others: receipts, questions. */
  readonly others: readonly ArrivedMail[];
  readonly requests: readonly RequestFacts[];
  readonly mailings: readonly MailingFacts[];
}

/** Everything that a run leaves behind: what the picture is drawn from, and what the promises are held against. */
export interface Facts {
  readonly name: string;
  readonly seed: number;
  readonly purpose: 'MARKETING' | 'SERVICE';
  readonly reviews: boolean;
  readonly onTimeout: 'OPT_OUT' | 'REVERT';
  readonly secondsPerDay: number;
  readonly reviewDays: number;
  /** The review as it was run, in real seconds. */
  readonly reviewSeconds: number;
  readonly expect: {
    readonly optOutRate?: number | undefined;
    readonly complaintRate?: number | undefined;
  };
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly people: readonly PersonFacts[];
  readonly arrived: readonly ArrivedMail[];
  /** To whom a mail was refused, as there is no such mailbox: once for each mail. */
  readonly refused: readonly string[];
  readonly requests: readonly RequestFacts[];
  readonly ledger: readonly LedgerStep[];
  readonly mailings: readonly MailingFacts[];
  readonly decided: readonly Decided[];
  /** Null where nobody gets SMS. */
  readonly sms: SmsFacts | null;
  /** Links that scanners opened, each once by HEAD and once by GET. */
  readonly scans: number;
}
