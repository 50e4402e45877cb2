import {
  byWeight,
  type Channel,
  type GateAnswer,
  type GateStop,
  type Purpose,
  type ScopeKind,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { askGate } from './may-contact.sql.ts';

/** What would be sent, and through where. */
export interface GatePath {
  readonly organisationId: string;
  readonly channel: Channel;
  readonly addressBookId: string | null;
  readonly topicId: string | null;
  readonly accountId: string | null;
  /** Null = the book's purpose, or MARKETING where no book is named: the strictest. */
  readonly purpose: Purpose | null;
  /** When it would be sent: recipients' own pauses and periods count (P-9, P-10). Null = they do not, nor whether a sign-up was confirmed, as for a test that is asked for. */
  readonly now: Date | null;
}

/** A row of the gate's answer: what is null depends on the reason. */
interface Found {
  readonly nth?: number;
  readonly because: GateAnswer['because'];
  /** What stands against a recipient beside suppressions: its reason goes before. */
  readonly noted: Noted | null;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly since: Date;
  readonly requestId: string | null;
}

interface Noted {
  readonly because: GateStop;
  readonly until: string | null;
  readonly pausedUntil: string | null;
  readonly undeliverableSince: string | null;
}

/**
 * May a message of this path go to each of these addresses now, and why (N9); answers in the order of the keys, by one
 * statement. Not-found where book, topic or account are not of this organisation or do not belong together. When this
 * throws, nobody may be contacted.
 */
export async function mayContactMany(
  sql: Sql,
  path: GatePath,
  addressKeys: readonly Buffer[],
): Promise<{ answers: GateAnswer[] } | { refused: 'not-found' }> {
  const { organisationId, channel, addressBookId, topicId, accountId, purpose } = path;
  const one = addressKeys.length === 1;
  const text = askGate({
    book: addressBookId !== null,
    topic: topicId !== null,
    account: accountId !== null,
    purpose: purpose !== null,
    one,
  });
  const named = [addressBookId, topicId, accountId, purpose].filter((each) => each !== null);
  const found = await sql.rows<Found>(text, [
    organisationId,
    channel,
    one ? addressKeys[0] : addressKeys,
    path.now,
    ...named,
  ]);
  const [first] = found;
  if (first === undefined) return { refused: 'not-found' };
  const nothing: GateAnswer = {
    allowed: true,
    because: first.because === 'TRANSACTIONAL' ? 'TRANSACTIONAL' : 'NO_OBJECTION',
  };
  const answers = addressKeys.map((): GateAnswer => nothing);
  for (const row of found) {
    const answer = answerOf(row);
    if (answer.allowed) continue;
    const at = (row.nth ?? 1) - 1;
    answers[at] = decisive(answers[at]!, answer);
  }
  return { answers };
}

function answerOf(row: Found): GateAnswer {
  const because = row.noted?.because ?? row.because;
  switch (because) {
    case 'NO_OBJECTION':
    case 'TRANSACTIONAL':
      return { allowed: true, because };
    case 'CONTACT_REMOVED':
    case 'ARCHIVED':
    case 'SENDER_BLOCKED':
    case 'SIGN_UP_UNCONFIRMED':
      return { allowed: false, because };
    case 'UNDELIVERABLE':
      return {
        allowed: false,
        because,
        undeliverableSince: new Date(row.noted!.undeliverableSince!),
      };
    case 'PAUSED':
    case 'OPTED_OUT': {
      const { scopeKind, scopeId, since, requestId } = row;
      const stands = { scopeKind, scopeId, state: because, since, requestId };
      return { allowed: false, because, decisive: stands };
    }
    case 'SNOOZED':
      return {
        allowed: false,
        because,
        pausedUntil: new Date(row.noted!.pausedUntil!),
        nextAllowedAt: new Date(row.noted!.until!),
      };
    case 'FREQUENCY_CAP':
      return { allowed: false, because, nextAllowedAt: new Date(row.noted!.until!) };
  }
}

/** Of two suppressions that cover one address, the one that decides; else what was found now. */
function decisive(before: GateAnswer, now: GateAnswer): GateAnswer {
  if (!('decisive' in before) || !('decisive' in now)) return now;
  return byWeight(before.decisive, now.decisive) <= 0 ? before : now;
}

/** The same for one address. */
export async function mayContact(
  sql: Sql,
  question: GatePath & { readonly addressKey: Buffer },
): Promise<{ answer: GateAnswer } | { refused: 'not-found' }> {
  const judged = await mayContactMany(sql, question, [question.addressKey]);
  return 'refused' in judged ? judged : { answer: judged.answers[0]! };
}
