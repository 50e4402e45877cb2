import { judgeChoice, type ChoiceReason, type RecipientChoice } from './judge-choice.ts';
import type { Channel, Purpose } from '../enums/channels.ts';
import type { RequestState, SuppressionState } from '../enums/requests.ts';
import type { ScopeKind } from '../enums/scopes.ts';

/** A row of the suppression list, as the gate reads it. */
export interface SuppressionRow {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly state: SuppressionState;
  readonly since: Date;
  readonly requestId: string | null;
  readonly requestState?: RequestState;
}

/** Where a message goes through: the scopes it belongs to. */
export interface MessagePath {
  readonly purpose: Purpose;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly bookId: string | null;
  readonly topicId: string | null;
}

export const GATE_REASONS = [
  'NO_OBJECTION',
  'TRANSACTIONAL',
  'PAUSED',
  'OPTED_OUT',
  'SNOOZED',
  'FREQUENCY_CAP',
  'UNKNOWN_ADDRESS',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

export type GateAnswer =
  | { readonly allowed: true; readonly because: 'NO_OBJECTION' | 'TRANSACTIONAL' }
  | {
      readonly allowed: false;
      readonly because: 'PAUSED' | 'OPTED_OUT';
      readonly decisive: SuppressionRow;
    }
  | {
      readonly allowed: false;
      readonly because: ChoiceReason;
      /** When it may go, as things are now. */
      readonly nextAllowedAt: Date;
    };

/**
 * Whether a suppression covers a message. A topic's or a book's covers just that; an account's or an
 * organisation's covers marketing only, for "leave all marketing" must not silence staff information (C3, D1).
 */
export function covers(
  row: Pick<SuppressionRow, 'scopeKind' | 'scopeId'>,
  path: MessagePath,
): boolean {
  if (path.purpose === 'TRANSACTIONAL') return false;
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

/** The same with the channel: a row stands on one, and covers messages of no other (N9). */
export function coversOnChannel(
  row: Pick<SuppressionRow, 'scopeKind' | 'scopeId'> & { readonly channel: Channel },
  path: MessagePath & { readonly channel: Channel },
): boolean {
  return row.channel === path.channel && covers(row, path);
}

/** Answers for one message, of rows that may be about anything. */
export function judgeMessage(rows: readonly SuppressionRow[], path: MessagePath): GateAnswer {
  return judgeCovering(
    rows.filter((row) => covers(row, path)),
    path.purpose,
  );
}

/**
 * The same of rows that cover the message. The decisive row is an opt-out before a pause, then the one that stands
 * longest. Where none covers it, what the recipient chose for the account stands (P-9, P-10).
 */
export function judgeCovering(
  rows: readonly SuppressionRow[],
  purpose: Purpose,
  chosen?: { readonly choice: RecipientChoice; readonly now: Date },
): GateAnswer {
  if (purpose === 'TRANSACTIONAL') return { allowed: true, because: 'TRANSACTIONAL' };
  const decisive = rows.length > 1 ? rows.toSorted(byWeight)[0] : rows[0];
  if (decisive !== undefined) return { allowed: false, because: decisive.state, decisive };
  const waits = chosen && judgeChoice(chosen.choice, purpose, chosen.now);
  return waits ? { allowed: false, ...waits } : { allowed: true, because: 'NO_OBJECTION' };
}

function byWeight(a: SuppressionRow, b: SuppressionRow): number {
  if (a.state !== b.state) return a.state === 'OPTED_OUT' ? -1 : 1;
  return a.since.getTime() - b.since.getTime();
}
