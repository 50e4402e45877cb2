import {
  type ActorKind,
  type OptOutMethod,
  type Purpose,
  type RequestState,
  type ScopeKind,
  type Signal,
  type Suspicion,
  type TimeoutOutcome,
  WISH_DOUBTS,
  type WishDoubt,
} from '@adieu/domain';
import type { OwnReason } from '../preferences/given-reasons.ts';
import { SCOPE_NAME } from '../organisation/scope-name.ts';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import type { Reviewed } from './review-link.ts';
import { WAITING } from './waiting.ts';

/** A request as whoever decides about it sees it. */
export interface ReviewedRequest {
  readonly id: string;
  /** Null after erasure. To be masked before it is shown. */
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly scopeName: string;
  readonly addressBookName: string | null;
  /** Of the account; null where the wish is about the whole organisation. */
  readonly accountName: string | null;
  /** Of the account, for what the law allows; null = the EU. */
  readonly country: string | null;
  /** When they came into that book; null where they are in it no more. */
  readonly joinedAt: Date | null;
  readonly purpose: Purpose;
  readonly signal: Signal;
  readonly method: OptOutMethod;
  readonly state: RequestState;
  readonly receivedAt: Date;
  readonly deadline: Date | null;
  readonly onTimeout: TimeoutOutcome | null;
  readonly decidedAt: Date | null;
  readonly decidedByKind: ActorKind | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  /** What came with the wish, and what they wrote afterwards: plain text of somebody else's. */
  readonly words: string | null;
  /** The words that made a message of theirs a wish, as they were written; none where they pressed something. */
  readonly readAs: readonly string[];
  /** Why what they wrote, or a report of theirs, does not count by itself; null where that is not why it waits. */
  readonly doubt: WishDoubt | null;
  /** A word of Adieu's list, or the id of the account's own reason. */
  readonly givenReason: string | null;
  /** Of the account's own reason, by language. */
  readonly reasonTexts: OwnReason['texts'] | null;
  /** Whether it came in a burst, as link scanners do (N4). */
  readonly suspicion: Suspicion | null;
}

const COLUMNS = `
  q.id, r.address, c.fields->>'first_name' AS "firstName", c.fields->>'last_name' AS "lastName",
  q.scope_kind AS "scopeKind", q.scope_id AS "scopeId", ${SCOPE_NAME('q')} AS "scopeName",
  (SELECT name FROM address_book WHERE id = q.address_book_id) AS "addressBookName",
  a.name AS "accountName", a.country, CASE WHEN c.address_book_id = q.address_book_id THEN c.created_at END AS "joinedAt",
  q.purpose, q.signal, q.method, q.state, q.received_at AS "receivedAt", q.deadline, q.on_timeout AS "onTimeout",
  q.decided_at AS "decidedAt", q.decided_by_kind AS "decidedByKind", q.decided_by AS "decidedBy",
  q.decision_reason AS "decisionReason",
  nullif(concat_ws(E'\\n\\n', coalesce(q.reason_text, (SELECT e.detail->>'note' FROM opt_out_evidence e
    WHERE e.request_id = q.id AND e.detail ? 'note' ORDER BY e.at LIMIT 1)), g.text), '') AS words,
  coalesce((SELECT i.why FROM inbound_message i WHERE i.request_id = q.id ORDER BY i.received_at, i.id LIMIT 1), '{}') AS "readAs",
  (SELECT i.remark FROM inbound_message i WHERE i.request_id = q.id AND i.remark IN ('${WISH_DOUBTS.join("', '")}')
    ORDER BY i.received_at, i.id LIMIT 1) AS doubt,
  g.reason AS "givenReason", w.texts AS "reasonTexts", q.suspicion`;

// Their name as the book has it that the request is about, or else as the latest one has it.
const JOINS = `
  JOIN recipient r ON r.id = q.recipient_id
  LEFT JOIN LATERAL (SELECT k.fields, k.address_book_id, k.created_at FROM contact_address x JOIN contact k ON k.id = x.contact_id WHERE x.recipient_id = r.id
    ORDER BY k.address_book_id = q.address_book_id DESC, k.created_at DESC, k.id LIMIT 1) c ON true
  LEFT JOIN account a ON a.id = q.account_id
  LEFT JOIN given_reason g ON g.request_id = q.id
  LEFT JOIN leave_reason w ON w.id::text = g.reason`;

export interface WaitingFilter extends Reviewed {
  readonly addressBookId: string | null;
}

/** One page of what waits for a decision, what ends first first. */
export async function waitingRequests(
  sql: Sql,
  page: WaitingFilter & {
    readonly first: number;
    readonly after: { readonly deadline: Date; readonly id: string } | null;
  },
): Promise<Listed<ReviewedRequest>> {
  const rows = await sql.rows<ReviewedRequest>(
    `SELECT ${COLUMNS} FROM (
       SELECT q.* FROM opt_out_request q WHERE ${WAITING}
         AND ($4::timestamptz IS NULL OR (q.deadline, q.id) > ($4, $5::uuid)) ORDER BY q.deadline, q.id LIMIT $6
     ) q ${JOINS} ORDER BY q.deadline, q.id`,
    [
      page.organisationId,
      page.addressBookId,
      page.accountIds,
      page.after?.deadline ?? null,
      page.after?.id ?? null,
      page.first + 1,
    ],
  );
  return listedOf(rows, page.first);
}

/** Ids of all that waits and had come in by `receivedBy`, at most `limit`, what ends first first. */
export async function waitingIds(
  sql: Sql,
  query: WaitingFilter & { readonly receivedBy: Date; readonly limit: number },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT q.id FROM opt_out_request q WHERE ${WAITING} AND q.received_at <= $4 ORDER BY q.deadline, q.id LIMIT $5`,
    [query.organisationId, query.addressBookId, query.accountIds, query.receivedBy, query.limit],
  );
  return rows.map(({ id }) => id);
}

/** How many wait in each book; null = those that no book leads to. The largest first. */
export async function waitingByBook(
  sql: Sql,
  { organisationId, accountIds }: Reviewed,
): Promise<{ addressBookId: string | null; name: string | null; count: number }[]> {
  return sql.rows(
    `SELECT q.address_book_id AS "addressBookId", b.name, count(*)::int AS count
     FROM opt_out_request q LEFT JOIN address_book b ON b.id = q.address_book_id
     WHERE ${WAITING} GROUP BY 1, 2 ORDER BY count DESC, b.name`,
    [organisationId, null, accountIds],
  );
}

/** What a person decided by the review, the latest first. */
export async function decidedByPerson(
  sql: Sql,
  memberId: string,
  limit: number,
): Promise<ReviewedRequest[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM (
       SELECT i.request_id, i.carried_out_at FROM planned_decision d JOIN planned_decision_item i ON i.planned_decision_id = d.id
       WHERE d.member_id = $1 AND i.carried_out_at IS NOT NULL ORDER BY i.carried_out_at DESC, i.request_id LIMIT $2
     ) i JOIN opt_out_request q ON q.id = i.request_id ${JOINS} ORDER BY i.carried_out_at DESC, q.id`,
    [memberId, limit],
  );
}

/** Requests of a plan: those that were refused, or all of it, up to `limit`. */
export async function requestsOfPlan(
  sql: Sql,
  query: { readonly plannedId: string; readonly refused: boolean; readonly limit: number },
): Promise<(ReviewedRequest & { readonly refused: string | null })[]> {
  return sql.rows(
    `SELECT ${COLUMNS}, i.refused FROM planned_decision_item i JOIN opt_out_request q ON q.id = i.request_id ${JOINS}
     WHERE i.planned_decision_id = $1 AND (NOT $2 OR i.refused IS NOT NULL) ORDER BY q.deadline, q.id LIMIT $3`,
    [query.plannedId, query.refused, query.limit],
  );
}
