import { judgeChoice, type RecipientChoice, type Wait } from './judge-choice.ts';
import type { Channel } from '../enums/channels.ts';
import type { RequestState, SuppressionState } from '../enums/requests.ts';
import type { ScopeKind } from '../enums/scopes.ts';
import type { MessagePath } from './message-path.ts';
import { isSignUpUnconfirmed, type SignUpFacts } from './sign-up.ts';

/** A row of the suppression list, as the gate reads it. */
export interface SuppressionRow {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly state: SuppressionState;
  readonly since: Date;
  readonly requestId: string | null;
  readonly requestState?: RequestState;
  /** Books, topics and accounts inside its scope to which the recipient came back since: it stops them no more. */
  readonly returnedTo?: readonly string[] | null;
}

export type GateAnswer =
  | { readonly allowed: true; readonly because: 'NO_OBJECTION' | 'TRANSACTIONAL' }
  | {
      readonly allowed: false;
      readonly because: 'CONTACT_REMOVED' | 'ARCHIVED' | 'SENDER_BLOCKED' | 'SIGN_UP_UNCONFIRMED';
    }
  | {
      readonly allowed: false;
      readonly because: 'UNDELIVERABLE';
      readonly undeliverableSince: Date;
    }
  | {
      readonly allowed: false;
      readonly because: SuppressionState;
      readonly decisive: SuppressionRow;
    }
  | ({ readonly allowed: false } & Wait);

/**
 * Whether a suppression covers a message. A topic's or a book's covers just that; an account's or an
 * organisation's covers marketing only, for "leave all marketing" must not silence staff information (C3, D1), and leaves
 * out what the recipient came back to since (decision 035).
 */
export function covers(
  row: Pick<SuppressionRow, 'scopeKind' | 'scopeId' | 'returnedTo'>,
  path: MessagePath,
): boolean {
  if (path.purpose === 'TRANSACTIONAL') return false;
  const { accountId, bookId, topicId } = path;
  if ([accountId, bookId, topicId].some((id) => id !== null && row.returnedTo?.includes(id)))
    return false;
  switch (row.scopeKind) {
    case 'TOPIC':
      return row.scopeId === path.topicId;
    case 'BOOK':
      return row.scopeId === path.bookId;
    case 'ACCOUNT':
      return path.purpose === 'MARKETING' && row.scopeId === path.accountId;
    case 'ORGANISATION':
      return path.purpose === 'MARKETING' && row.scopeId === path.organisationId;
  }
}

/**
 * The same with the channel: a row stands on one, and covers messages of no other (N9). An oracle: only tests call it, to hold the
 * database's gate against it.
 */
export function coversOnChannel(
  row: Pick<SuppressionRow, 'scopeKind' | 'scopeId'> & { readonly channel: Channel },
  path: MessagePath & { readonly channel: Channel },
): boolean {
  return row.channel === path.channel && covers(row, path);
}

/** What the gate knows of one message and its recipient. */
export interface GateFacts {
  /** Its contact left the book, or its address was erased; false where no mail of ours goes to it. */
  readonly removed: boolean;
  /** Its account, book or topic is archived. */
  readonly archived: boolean;
  /** They wrote STOP to the shared short code that it would come from (A8). */
  readonly senderBlocked?: boolean;
  /** Since when what is sent to its address comes back; null or none where it does not (P7). */
  readonly undeliverableSince?: Date | null;
  /** Rows that stand for its address on its channel, in the list that counts; they may be about anything. */
  readonly rows: readonly SuppressionRow[];
  readonly path: MessagePath;
  /** Whether they have yet to confirm that they want it; none where that is not asked. */
  readonly signUps?: SignUpFacts;
  /** What the recipient chose for the account's marketing; none where that is not asked. */
  readonly chosen?: { readonly choice: RecipientChoice; readonly now: Date };
}

/**
 * The law of the gate. The product asks the database for it (`gate_reason` in packages/db/sql): this is the oracle that a test
 * compares every caller with. The decisive row is an opt-out before a pause, then the one that stands longest; where none
 * covers the message, a block of what it comes from counts, of whatever purpose it is, and so does that nobody is there; then a sign-up must be confirmed first, then what the recipient chose stands.
 */
export function judgeGate(facts: GateFacts): GateAnswer {
  if (facts.removed) return { allowed: false, because: 'CONTACT_REMOVED' };
  if (facts.archived) return { allowed: false, because: 'ARCHIVED' };
  const { purpose } = facts.path;
  const [decisive] = facts.rows.filter((row) => covers(row, facts.path)).toSorted(byWeight);
  if (decisive !== undefined) return { allowed: false, because: decisive.state, decisive };
  if (facts.senderBlocked === true) return { allowed: false, because: 'SENDER_BLOCKED' };
  const { undeliverableSince = null } = facts;
  if (undeliverableSince !== null)
    return { allowed: false, because: 'UNDELIVERABLE', undeliverableSince };
  if (purpose === 'TRANSACTIONAL') return { allowed: true, because: 'TRANSACTIONAL' };
  if (facts.signUps && isSignUpUnconfirmed(facts.signUps, facts.path))
    return { allowed: false, because: 'SIGN_UP_UNCONFIRMED' };
  const waits = facts.chosen && judgeChoice(facts.chosen.choice, purpose, facts.chosen.now);
  return waits ? { allowed: false, ...waits } : { allowed: true, because: 'NO_OBJECTION' };
}

/** The same where nothing but suppressions counts. An oracle too. */
export function judgeMessage(rows: readonly SuppressionRow[], path: MessagePath): GateAnswer {
  return judgeGate({ removed: false, archived: false, rows, path });
}

/** Of what covers a message the first decides: an opt-out before a pause, then the one that stands longest. */
export function byWeight(a: SuppressionRow, b: SuppressionRow): number {
  if (a.state !== b.state) return a.state === 'OPTED_OUT' ? -1 : 1;
  return a.since.getTime() - b.since.getTime();
}
