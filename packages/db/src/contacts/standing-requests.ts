import type { Channel, OptOutMethod, RequestState, ScopeKind, TimeoutOutcome } from '@adieu/domain';
import { SCOPE_NAME } from '../organisation/scope-name.ts';
import { OTHERS } from './channels-of.ts';
import type { Sql } from '../sql.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';

export interface StandingRequest {
  readonly requestId: string;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly scopeName: string;
  readonly state: RequestState;
  readonly method: OptOutMethod;
  readonly receivedAt: Date;
  readonly deadline: Date | null;
  readonly onTimeout: TimeoutOutcome | null;
  /** Books, topics and accounts inside its scope that the recipient came back to since: it stops them no more. */
  readonly returnedTo: readonly string[];
  /** Its own, and those on which each other address of the same person has left the same. */
  readonly channels: readonly Channel[];
  /** The message that it came from; null where it came from none. */
  readonly messageId: string | null;
}

/**
 * SQL for the requests of a recipient within an account's scopes and the organisation's, the newest first. `who` is a query of
 * one row: recipient_id, account_id, contact_id (null where no message's contact is known).
 */
export const requestsOf = (who: string): string => `
  SELECT q.id AS "requestId", q.scope_kind AS "scopeKind", q.scope_id AS "scopeId", q.state, q.method,
    q.received_at AS "receivedAt", q.deadline, q.on_timeout AS "onTimeout", ${SCOPE_NAME('q')} AS "scopeName",
    coalesce(s.returned_to, '{}') AS "returnedTo", q.message_id AS "messageId",
    ARRAY[q.channel] || ARRAY(
      SELECT r.channel FROM (${OTHERS('who.recipient_id', 'who.contact_id')}) other JOIN recipient r ON r.id = other.recipient_id
      WHERE r.channel <> q.channel GROUP BY r.channel
      HAVING bool_and(EXISTS (SELECT FROM suppression o WHERE o.address_key = r.address_key AND o.channel = r.channel
        AND o.scope_id = q.scope_id AND o.list_id = ${LIST_READ}))
      ORDER BY r.channel) AS channels
  FROM (${who}) who
  JOIN account a ON a.id = who.account_id
  JOIN opt_out_request q ON q.recipient_id = who.recipient_id
  LEFT JOIN suppression s ON s.address_key = q.address_key AND s.channel = q.channel AND s.scope_id = q.scope_id
    AND s.list_id = ${LIST_READ}
  WHERE q.account_id = a.id OR q.scope_kind = 'ORGANISATION'
  ORDER BY q.received_at DESC, q.id DESC`;

/** The requests in force of a recipient within an account's scopes and the organisation's, the newest first. */
export async function standingRequests(
  sql: Sql,
  recipientId: string,
  accountId: string,
): Promise<StandingRequest[]> {
  const rows = await sql.rows<StandingRequest>(
    requestsOf('SELECT $1::uuid AS recipient_id, $2::uuid AS account_id, NULL::uuid AS contact_id'),
    [recipientId, accountId],
  );
  return rows.filter(({ state }) => state === 'PENDING' || state === 'CONFIRMED');
}
