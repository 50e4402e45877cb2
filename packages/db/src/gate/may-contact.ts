import {
  type Channel,
  type GateAnswer,
  judgeCovering,
  type Purpose,
  type RecipientChoice,
  type SuppressionRow,
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
  /** When it would be sent: recipients' own pauses and periods count (P-9, P-10). Null = they do not, as for a test that is asked for. */
  readonly now: Date | null;
}

type Found = { readonly purpose: Purpose; readonly nth?: number } & (
  | SuppressionRow
  | ({ readonly state: null } & RecipientChoice)
  | { readonly state: null; readonly frequency: null }
);

/**
 * May a message of this path go to each of these addresses now, and why (N9); answers in the order of the keys, by one
 * statement. The verdict and the decisive row are the domain's. Not-found where book, topic or account are not of this
 * organisation or do not belong together. When this throws, nobody may be contacted.
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
    ...named,
  ]);
  const [first] = found;
  if (first === undefined) return { refused: 'not-found' };
  const rows = addressKeys.map((): SuppressionRow[] => []);
  const choices = new Map<number, RecipientChoice>();
  for (const row of found) {
    const nth = (row.nth ?? 1) - 1;
    if (row.state !== null) rows[nth]!.push(row);
    else if (row.frequency !== null) choices.set(nth, row);
  }
  const answers = rows.map((each, nth) => {
    const choice = choices.get(nth);
    const chosen = choice && path.now !== null ? { choice, now: path.now } : undefined;
    return judgeCovering(each, first.purpose, chosen);
  });
  return { answers };
}

/** The same for one address. */
export async function mayContact(
  sql: Sql,
  question: GatePath & { readonly addressKey: Buffer },
): Promise<{ answer: GateAnswer } | { refused: 'not-found' }> {
  const judged = await mayContactMany(sql, question, [question.addressKey]);
  return 'refused' in judged ? judged : { answer: judged.answers[0]! };
}
