import {
  type Channel,
  type GateAnswer,
  judgeMessage,
  type MessagePath,
  type Purpose,
  type SuppressionRow,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface GateQuestion {
  readonly organisationId: string;
  readonly addressKey: Buffer;
  readonly channel: Channel;
  readonly addressBookId: string | null;
  readonly topicId: string | null;
  readonly accountId: string | null;
  /** Null = the book's purpose, or MARKETING where no book is named: the strictest. */
  readonly purpose: Purpose | null;
}

/**
 * May a message of this path go to this address now, and why (N9). The rows come from the same function that the
 * hand-over asks; the verdict and the decisive row are the domain's. Not-found where book, topic or account are not
 * of this organisation or do not belong together.
 */
export async function mayContact(
  sql: Sql,
  question: GateQuestion,
): Promise<{ answer: GateAnswer; path: MessagePath } | { refused: 'not-found' }> {
  const [path] = await sql.rows<MessagePath>(
    `SELECT $1::uuid AS "organisationId", a.id AS "accountId", b.id AS "bookId", t.id AS "topicId",
       coalesce($5::text, b.purpose, 'MARKETING') AS purpose
     FROM (SELECT 1) one
     LEFT JOIN address_book b ON b.id = $2::uuid
     LEFT JOIN topic t ON t.id = $3::uuid
     LEFT JOIN account a ON a.organisation_id = $1::uuid AND a.id = coalesce(b.account_id, t.account_id, $4::uuid)
     WHERE ($2::uuid IS NULL OR b.account_id = a.id) AND ($3::uuid IS NULL OR t.account_id = a.id)
       AND ($4::uuid IS NULL OR a.id = $4::uuid)`,
    [
      question.organisationId,
      question.addressBookId,
      question.topicId,
      question.accountId,
      question.purpose,
    ],
  );
  if (path === undefined) return { refused: 'not-found' };
  // List and rows are read in one statement: an account may change lists between two (D6).
  const rows = await sql.rows<SuppressionRow>(
    `SELECT scope_kind AS "scopeKind", scope_id AS "scopeId", state, since, request_id AS "requestId"
     FROM covering_suppressions($1, (SELECT CASE WHEN keeps_own_list THEN id ELSE organisation_id END FROM account WHERE id = $5
       UNION ALL SELECT $4 WHERE $5::uuid IS NULL), $2, $3, $4, $5, $6, $7)`,
    [
      question.addressKey,
      question.channel,
      path.purpose,
      path.organisationId,
      path.accountId,
      path.bookId,
      path.topicId,
    ],
  );
  return { answer: judgeMessage(rows, path), path };
}
