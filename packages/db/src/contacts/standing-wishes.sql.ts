/**
 * SQL for the wishes that stand for a recipient (an expression): its requests in force, and what a switch of lists copied
 * into another list, where no request of its own stands for it. What is about the whole organisation counts in an own list
 * for that account alone.
 */
export const wishesOf = (recipient: string): string => `
  SELECT q.id AS request_id, q.scope_kind AS kind, q.scope_id AS id, q.signal, q.method, q.all_channels, q.received_at AS since,
    q.state = 'CONFIRMED' AS is_decided
  FROM opt_out_request q WHERE q.recipient_id = ${recipient} AND q.state IN ('PENDING', 'CONFIRMED')
  UNION ALL
  SELECT q.id, CASE WHEN s.scope_kind = 'ORGANISATION' AND s.list_id <> s.scope_id THEN 'ACCOUNT' ELSE s.scope_kind END,
    CASE WHEN s.scope_kind = 'ORGANISATION' THEN s.list_id ELSE s.scope_id END, q.signal, q.method, q.all_channels, s.since,
    s.state = 'OPTED_OUT'
  FROM recipient r JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
  JOIN opt_out_request q ON q.id = s.request_id AND q.recipient_id = r.id
  WHERE r.id = ${recipient} AND NOT EXISTS (
    SELECT FROM opt_out_request o WHERE o.address_key = s.address_key AND o.list_id = s.list_id AND o.channel = s.channel
      AND o.scope_id = s.scope_id AND o.state IN ('PENDING', 'CONFIRMED'))`;

/**
 * SQL: whether a recipient has an answer to wish `q` already: it stands for them, though they may have come back to a part
 * of it; they came back since; or a review of theirs ended otherwise.
 */
export const isAnswered = (recipient: string, q: string): string => `(
  EXISTS (SELECT FROM opt_out_request s WHERE s.recipient_id = ${recipient} AND s.scope_id = ${q}.id AND (s.state = 'CONFIRMED'
    OR (s.state IN ('DECLINED', 'REVERTED') AND s.received_at >= ${q}.since)
    OR EXISTS (SELECT FROM controller_reactivation c WHERE c.request_id = s.id AND c.at >= ${q}.since)))
  OR EXISTS (SELECT FROM recipient r JOIN double_opt_in_proof p ON p.address_key = r.address_key AND p.channel = r.channel
    WHERE r.id = ${recipient} AND p.organisation_id = r.organisation_id AND p.scope_id = ${q}.id AND p.requested_at >= ${q}.since))`;
