import {
  type Channel,
  type GateAnswer,
  judgeMessage,
  type MessagePath,
  type Purpose,
  type SuppressionRow,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What would be sent, and through where. */
export interface GatePath {
  readonly organisationId: string;
  readonly channel: Channel;
  readonly addressBookId: string | null;
  readonly topicId: string | null;
  readonly accountId: string | null;
  /** Null = the book's purpose, or MARKETING where no book is named: the strictest. */
  readonly purpose: Purpose | null;
}

type Found = { readonly accountId: string | null; readonly purpose: Purpose } & (
  | (SuppressionRow & { readonly nth: number })
  | { readonly nth: null }
);

// Rows come from the function that the hand-over asks. At least one row comes where the path is there, none where not.
const ASK = `
  SELECT p.account_id AS "accountId", p.purpose, s.nth::int, s.scope_kind AS "scopeKind", s.scope_id AS "scopeId",
    s.state, s.since, s.request_id AS "requestId", s.method
  FROM (
    SELECT a.id AS account_id, b.id AS book_id, t.id AS topic_id, coalesce($5::text, b.purpose, 'MARKETING') AS purpose,
      CASE WHEN a.keeps_own_list THEN a.id ELSE $1::uuid END AS list_id
    FROM (SELECT 1) one
    LEFT JOIN address_book b ON b.id = $2::uuid
    LEFT JOIN topic t ON t.id = $3::uuid
    LEFT JOIN account a ON a.organisation_id = $1::uuid AND a.id = coalesce(b.account_id, t.account_id, $4::uuid)
    WHERE ($2::uuid IS NULL OR b.account_id = a.id) AND ($3::uuid IS NULL OR t.account_id = a.id)
      AND ($4::uuid IS NULL OR a.id = $4::uuid)
  ) p
  LEFT JOIN LATERAL (
    SELECT i.nth, c.*, q.method
    FROM unnest($7::bytea[]) WITH ORDINALITY AS i(address_key, nth)
    CROSS JOIN LATERAL covering_suppressions(
      i.address_key, p.list_id, $6::text, p.purpose, $1::uuid, p.account_id, p.book_id, p.topic_id) c
    LEFT JOIN opt_out_request q ON q.id = c.request_id
  ) s ON true`;

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
  const found = await sql.rows<Found>(ASK, [
    path.organisationId,
    path.addressBookId,
    path.topicId,
    path.accountId,
    path.purpose,
    path.channel,
    addressKeys,
  ]);
  const [first] = found;
  if (first === undefined) return { refused: 'not-found' };
  const message: MessagePath = {
    organisationId: path.organisationId,
    accountId: first.accountId,
    bookId: path.addressBookId,
    topicId: path.topicId,
    purpose: first.purpose,
  };
  const rows = addressKeys.map((): SuppressionRow[] => []);
  for (const row of found) if (row.nth !== null) rows[row.nth - 1]!.push(row);
  return { answers: rows.map((each) => judgeMessage(each, message)) };
}

/** The same for one address. */
export async function mayContact(
  sql: Sql,
  question: GatePath & { readonly addressKey: Buffer },
): Promise<{ answer: GateAnswer } | { refused: 'not-found' }> {
  const judged = await mayContactMany(sql, question, [question.addressKey]);
  return 'refused' in judged ? judged : { answer: judged.answers[0]! };
}
