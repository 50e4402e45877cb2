/**
 * Parameters of all: $1 account, $2 organisation, $3 whether it will keep its own list. Texts say OLD for the list that
 * the account reads until then, NEW for the other.
 */
const OLD = 'CASE WHEN $3::boolean THEN $2::uuid ELSE $1::uuid END';
const NEW = 'CASE WHEN $3::boolean THEN $1::uuid ELSE $2::uuid END';

/**
 * What stops the account's messages in the old list, and where it will stand in the new one. Its own scopes move. What is
 * about the whole organisation is copied into an own list; of such copies in an own list only those go back that the
 * shared list does not have any more, and they go on stopping this account alone; none goes to whose whole account its
 * recipient came back.
 */
const SOURCE = `
  SELECT s.*, s.scope_kind = 'ORGANISATION' AS shared, s.scope_kind = 'ORGANISATION' AND NOT $3::boolean AS narrowed,
    CASE WHEN s.scope_kind = 'ORGANISATION' AND NOT $3::boolean THEN 'ACCOUNT' ELSE s.scope_kind END AS new_kind,
    CASE WHEN s.scope_kind = 'ORGANISATION' AND NOT $3::boolean THEN $1::uuid ELSE s.scope_id END AS new_id
  FROM suppression s
  WHERE s.list_id = ${OLD} AND CASE s.scope_kind
      WHEN 'TOPIC' THEN s.scope_id IN (SELECT t.id FROM topic t WHERE t.account_id = $1::uuid)
      WHEN 'BOOK' THEN s.scope_id IN (SELECT b.id FROM address_book b WHERE b.account_id = $1::uuid)
      WHEN 'ACCOUNT' THEN s.scope_id = $1::uuid
      ELSE s.scope_id = $2::uuid END
    AND NOT (s.scope_kind = 'ORGANISATION' AND NOT $3::boolean AND (coalesce($1::uuid = ANY (s.returned_to), false) OR EXISTS (
      SELECT 1 FROM suppression n WHERE n.address_key = s.address_key AND n.list_id = $2::uuid AND n.channel = s.channel
        AND n.scope_id = $2::uuid AND (s.state = 'PAUSED' OR (n.state = 'OPTED_OUT' AND n.since <= s.since)))))`;

const SAME_ROW = (n: string, s: string): string =>
  `${n}.address_key = ${s}.address_key AND ${n}.list_id = ${NEW} AND ${n}.channel = ${s}.channel AND ${n}.scope_id = ${s}.new_id`;

const OPEN = `
  q.organisation_id = $2::uuid AND q.state = 'PENDING'
  AND ((q.account_id = $1::uuid AND q.list_id = ${OLD}) OR (q.scope_kind = 'ORGANISATION' AND q.list_id = $2::uuid))`;

/** What a switch would do, counted. */
export const PREVIEW = `
  WITH source AS (${SOURCE})
  SELECT count(*) FILTER (WHERE NOT shared AND state = 'OPTED_OUT')::int AS "optOuts",
    count(*) FILTER (WHERE NOT shared AND state = 'PAUSED')::int AS pauses,
    count(*) FILTER (WHERE shared)::int AS copied,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM suppression n WHERE ${SAME_ROW('n', 'source')}))::int AS conflicts,
    (SELECT count(*)::int FROM opt_out_request q WHERE ${OPEN}) AS "openRequests"
  FROM source`;

/** No decision may come between: each waits for the switch, and then finds its rows where they are. */
export const LOCK_OPEN_REQUESTS = `SELECT 1 FROM opt_out_request q WHERE ${OPEN} ORDER BY q.id FOR UPDATE`;

/** The earliest opt-out wins: a later one in the new list makes room for it. The guard sees that the old list has it. */
export const MAKE_ROOM = `
  DELETE FROM suppression n USING (${SOURCE}) s
  WHERE ${SAME_ROW('n', 's')} AND n.state = 'OPTED_OUT' AND s.state = 'OPTED_OUT' AND s.since < n.since`;

/** OPTED_OUT beats PAUSED, then the earliest `since` wins. Where two become one, it gives way to what both gave way to. */
export const COPY = `
  WITH source AS (${SOURCE})
  INSERT INTO suppression AS n (address_key, list_id, channel, scope_id, scope_kind, state, since, request_id, returned_to)
  SELECT DISTINCT ON (address_key, channel, new_id) address_key, ${NEW}, channel, new_id, new_kind, state, since, request_id,
    (SELECT array_agg(r.id) FROM unnest(s.returned_to) AS r(id) WHERE NOT EXISTS (
      SELECT FROM source o WHERE o.address_key = s.address_key AND o.channel = s.channel AND o.new_id = s.new_id
        AND (r.id = ANY (o.returned_to)) IS NOT TRUE))
  FROM source s ORDER BY address_key, channel, new_id, state = 'PAUSED', since
  ON CONFLICT (address_key, list_id, channel, scope_id) DO UPDATE SET
    state = CASE WHEN n.state = 'PAUSED' THEN excluded.state ELSE n.state END,
    since = CASE WHEN n.state = 'PAUSED' THEN least(n.since, excluded.since) ELSE n.since END,
    request_id = CASE WHEN n.state = 'OPTED_OUT' THEN n.request_id WHEN excluded.state = 'OPTED_OUT' THEN excluded.request_id
      ELSE coalesce(n.request_id, excluded.request_id) END,
    returned_to = (SELECT array_agg(r.id) FROM unnest(n.returned_to) AS r(id) WHERE r.id = ANY (excluded.returned_to))
  WHERE n.state = 'PAUSED' OR n.returned_to IS NOT NULL`;

/** $4 now, $5 actor's kind, $6 actor. One event for each row, in the history of its address (D4). */
export const RECORD_EVENTS = `
  INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id,
    actor_kind, actor, detail)
  SELECT $2::uuid, $4::timestamptz, 'LIST_SWITCHED', s.request_id, r.id, s.address_key, s.channel, s.new_kind, s.new_id, $5::text, $6::text,
    jsonb_build_object('from', ${OLD}, 'to', ${NEW}, 'how', CASE WHEN s.shared AND NOT s.narrowed THEN 'copied' ELSE 'moved' END)
  FROM (${SOURCE}) s
  LEFT JOIN recipient r ON r.organisation_id = $2::uuid AND r.channel = s.channel AND r.address_key = s.address_key`;

/** Requests in force go where their rows are. One that the new list has already keeps its place: what it holds is there. */
export const MOVE_REQUESTS = `
  UPDATE opt_out_request q SET list_id = ${NEW}
  WHERE q.organisation_id = $2::uuid AND q.account_id = $1::uuid AND q.list_id = ${OLD} AND q.scope_kind <> 'ORGANISATION'
    AND q.state IN ('PENDING', 'CONFIRMED') AND NOT EXISTS (
      SELECT 1 FROM opt_out_request n WHERE n.address_key = q.address_key AND n.list_id = ${NEW} AND n.channel = q.channel
        AND n.scope_id = q.scope_id AND n.state IN ('PENDING', 'CONFIRMED'))`;

/** Ways back that are under way lift what they were asked for, wherever it stands by then. */
export const MOVE_DOUBLE_OPT_INS = `
  UPDATE double_opt_in d SET list_id = ${NEW}
  WHERE d.account_id = $1::uuid AND d.list_id = ${OLD} AND d.confirmed_at IS NULL
    AND (d.scope_kind <> 'ORGANISATION' OR NOT $3::boolean)`;

/** From here on the gate reads the other list; a trigger compares both first. */
export const READ_NEW_LIST = `UPDATE account SET keeps_own_list = $3::boolean WHERE id = $1::uuid AND organisation_id = $2::uuid`;

/**
 * What moved leaves the old list; the guard sees that the new one has it. A copy that the shared list makes needless has no event
 * yet (`how: cleared`): who follows the ledger must hear of each row that goes. $4 now, $5 actor's kind, $6 actor.
 */
export const CLEAR_OLD_LIST = `
  WITH gone AS (
    DELETE FROM suppression s WHERE s.list_id = ${OLD} AND CASE s.scope_kind
      WHEN 'TOPIC' THEN s.scope_id IN (SELECT t.id FROM topic t WHERE t.account_id = $1::uuid)
      WHEN 'BOOK' THEN s.scope_id IN (SELECT b.id FROM address_book b WHERE b.account_id = $1::uuid)
      WHEN 'ACCOUNT' THEN s.scope_id = $1::uuid
      ELSE NOT $3::boolean AND s.scope_id = $2::uuid END
    RETURNING s.*
  )
  INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id,
    actor_kind, actor, detail)
  SELECT $2::uuid, $4::timestamptz, 'LIST_SWITCHED', g.request_id, r.id, g.address_key, g.channel, g.scope_kind, g.scope_id, $5::text, $6::text,
    jsonb_build_object('from', ${OLD}, 'to', ${NEW}, 'how', 'cleared')
  FROM gone g
  LEFT JOIN recipient r ON r.organisation_id = $2::uuid AND r.channel = g.channel AND r.address_key = g.address_key
  WHERE g.scope_kind = 'ORGANISATION' AND NOT EXISTS (
    SELECT FROM ledger_event e WHERE e.tx = pg_current_xact_id() AND e.address_key = g.address_key AND e.channel = g.channel)`;
