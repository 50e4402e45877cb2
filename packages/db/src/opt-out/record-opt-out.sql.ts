import { MOST_VOICES } from '@adieu/domain';
import { policyInForce } from '../organisation/policy-in-force.sql.ts';
import { BURST_STEPS } from './burst.sql.ts';
import { joined } from './join.sql.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';

/**
 * Parameters of both statements: $1 now, $2 signal, $3 method, $4 verdicts (JSON), $5 actor kind, $6 actor,
 * $7 evidence (JSON: kind, sha256, path, origin, headers, detail, voice); then the target's own.
 */

// A topic and a book carry the policy of the book that the message went through; wider scopes are marketing, and carry the
// defaults for that. An exempt book takes no wishes of its own (A1); a wider wish goes past it.
export const POLICY_COLUMNS = `
  p.mode, p.review_seconds, p.on_timeout, p.version AS policy_version, p.owner_id AS policy_owner_id,
  (policy_book.exempt_since IS NOT NULL) AS exempt`;

export const LATEST_POLICY = `
  LEFT JOIN LATERAL (${policyInForce({
    book: 'policy_book.id',
    account: 'a.id',
    organisation: 'r.organisation_id',
    purpose: "coalesce(policy_book.purpose, 'MARKETING')",
  })}) p ON true`;

/** Of alias `a`, the account as it is locked: the list that it reads. */

/**
 * What the wish counts for (domain: widen), from `asked` (kind, id and purpose), the account `a` and its organisation `o`.
 * Stands before the policy, which is the book's own whatever it is widened to.
 */
export const WIDENED = `
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN asked.purpose <> 'MARKETING' OR a.id IS NULL THEN asked.kind
      WHEN asked.kind = 'ORGANISATION' THEN CASE WHEN a.keeps_own_list THEN 'ACCOUNT' ELSE 'ORGANISATION' END
      WHEN o.widening = 'ORGANISATION' AND NOT a.keeps_own_list THEN 'ORGANISATION'
      WHEN o.widening <> 'NONE' THEN 'ACCOUNT'
      ELSE asked.kind END AS kind
  ) counts
  CROSS JOIN LATERAL (
    SELECT CASE WHEN counts.kind = asked.kind THEN asked.id WHEN counts.kind = 'ACCOUNT' THEN a.id ELSE o.id END AS id
  ) counted`;

/**
 * The account that a target lies in, locked so that it can not change lists before this commits (D6, switchAccountList):
 * where a switch was under way, this waits for it and then sees the list that is read now. Opt-outs do not wait for each other.
 */
export const placeByMessage = (which: string, locked = 'FOR SHARE OF a'): string => `place AS (
  SELECT a.id, a.organisation_id, a.keeps_own_list, a.archived_at, m.id AS message_id, m.recipient_id,
    c.id AS campaign_id, c.address_book_id, topic_of_link(m.id, m.carried_by, c.topic_id) AS topic_id, c.purpose, c.attribution
  FROM message m JOIN campaign c ON c.id = m.campaign_id JOIN account a ON a.id = c.account_id
  WHERE m.id = ${which} ${locked})`;

/**
 * `kind` and `id` of a named scope, or nulls. A named scope must lie in the message's own account. The link
 * itself leaves its topic, book or, by hand, account, and the account's marketing where these are gone (domain: scopeLeftByLink).
 */
export const targetByMessage = (kind: string, id: string): string => `
  SELECT a.organisation_id, a.id AS account_id, ${LIST_READ} AS list_id, r.id AS recipient_id, r.address_key, r.channel,
    counts.kind AS scope_kind, counted.id AS scope_id, named.kind AS requested_scope_kind, named.id AS requested_scope_id,
    asked.purpose, b.id AS address_book_id, a.campaign_id, a.message_id, a.attribution, ${POLICY_COLUMNS}
  FROM place a
  JOIN organisation o ON o.id = a.organisation_id
  JOIN recipient r ON r.id = a.recipient_id
  LEFT JOIN address_book b ON b.id = a.address_book_id
  LEFT JOIN topic t ON t.id = a.topic_id
  CROSS JOIN LATERAL (
    SELECT coalesce(${kind}, CASE WHEN a.topic_id IS NOT NULL THEN 'TOPIC' WHEN b.id IS NOT NULL THEN 'BOOK' ELSE 'ACCOUNT' END) AS kind,
      coalesce(${id}, a.topic_id, b.id, a.id) AS id,
      CASE WHEN ${kind} IN ('TOPIC', 'ACCOUNT', 'ORGANISATION') THEN 'MARKETING' ELSE coalesce(b.purpose, a.purpose) END AS purpose,
      ${kind} IS NULL AND coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS gone
  ) named
  CROSS JOIN LATERAL (
    SELECT named.purpose, CASE WHEN named.gone AND named.purpose = 'MARKETING' THEN 'ACCOUNT' ELSE named.kind END AS kind,
      CASE WHEN named.gone AND named.purpose = 'MARKETING' THEN a.id ELSE named.id END AS id
  ) asked
  ${WIDENED}
  LEFT JOIN address_book policy_book ON policy_book.id = b.id AND (${kind} IS NULL OR ${kind} = 'BOOK')
  ${LATEST_POLICY}
  WHERE CASE ${kind}
    WHEN 'TOPIC' THEN EXISTS (SELECT 1 FROM topic t WHERE t.id = ${id} AND t.account_id = a.id)
    WHEN 'BOOK' THEN ${id} = b.id
    WHEN 'ACCOUNT' THEN ${id} = a.id
    WHEN 'ORGANISATION' THEN ${id} = a.organisation_id
    ELSE true END`;

// The whole organisation lies in no account and concerns each.
const PLACE_BY_ADDRESS = `place AS (
  SELECT id, organisation_id, keeps_own_list FROM account
  WHERE id = CASE $10::text
      WHEN 'BOOK' THEN (SELECT b.account_id FROM address_book b WHERE b.id = $11::uuid)
      WHEN 'TOPIC' THEN (SELECT t.account_id FROM topic t WHERE t.id = $11::uuid)
      WHEN 'ACCOUNT' THEN $11::uuid END
    OR ($10::text = 'ORGANISATION' AND organisation_id = $8::uuid)
  ORDER BY id FOR SHARE)`;

/** $8 organisation, $9 recipient, $10 scope kind, $11 scope id. Both must belong to the organisation. */
const TARGET_BY_ADDRESS = `
  SELECT r.organisation_id, a.id AS account_id, coalesce(${LIST_READ}, r.organisation_id) AS list_id,
    r.id AS recipient_id, r.address_key, r.channel, counts.kind AS scope_kind, counted.id AS scope_id,
    asked.kind AS requested_scope_kind, asked.id AS requested_scope_id, asked.purpose,
    policy_book.id AS address_book_id, NULL::uuid AS campaign_id, NULL::uuid AS message_id, NULL::text AS attribution,
    ${POLICY_COLUMNS}
  FROM recipient r
  JOIN organisation o ON o.id = r.organisation_id
  LEFT JOIN place a ON a.organisation_id = r.organisation_id AND $10::text <> 'ORGANISATION'
  LEFT JOIN address_book policy_book ON $10::text = 'BOOK' AND policy_book.id = $11::uuid
  -- A step that only locks is read no further than it is asked for: to be counted, every account must have been locked.
  CROSS JOIN (SELECT count(*) FROM place) locked
  CROSS JOIN LATERAL (
    SELECT $10::text AS kind, $11::uuid AS id, coalesce(policy_book.purpose, 'MARKETING') AS purpose
  ) asked
  ${WIDENED}
  ${LATEST_POLICY}
  WHERE r.id = $9::uuid AND r.organisation_id = $8::uuid
    AND (a.id IS NOT NULL OR ($10::text = 'ORGANISATION' AND $11::uuid = r.organisation_id))`;

// The account's country is looked up for requests that wait alone, so that one click does not pay for it (C6).
export const DEADLINE = `
  CASE WHEN v.state = 'PENDING' THEN least(
    $1::timestamptz + least(t.review_seconds, v.cap_seconds) * interval '1 second',
    coalesce(v.ceilings ->> (SELECT x.country FROM account x WHERE x.id = t.account_id), v.ceilings ->> 'EU')::timestamptz
  ) END`;

/** The row of the law for target `t`. */
export const VERDICT = `JOIN jsonb_to_recordset($4::jsonb)
      AS v(purpose text, mode text, state text, suppression text, cap_seconds int, on_timeout text, ceilings jsonb)
      ON v.purpose = t.purpose AND v.mode = t.mode`;

/** Whether the recipient came back to a part of what request `q` stopped: a new wish counts for that part too, from now on. */
export const RETURNED_SINCE = `EXISTS (
      SELECT 1 FROM suppression p WHERE p.address_key = q.address_key AND p.list_id = q.list_id AND p.channel = q.channel
        AND p.scope_id = q.scope_id AND p.returned_to IS NOT NULL)`;

/** Of `request`, `ruling` and `fence`: what follows from a wish, whether it is written alone or with others. */
export const SUPERSEDED = `
  -- Every wish to stop undoes an earlier wish to come back, also where it finds itself in force already (D-9).
  superseded AS (
    UPDATE double_opt_in d SET superseded_at = $1::timestamptz
    FROM ruling u JOIN fence f ON f.id = u.recipient_id
    WHERE d.recipient_id = u.recipient_id AND d.confirmed_at IS NULL AND d.superseded_at IS NULL
      AND (d.scope_id = u.scope_id OR u.scope_kind = 'ORGANISATION' OR (u.scope_kind = 'ACCOUNT' AND d.account_id = u.account_id))
  )`;

export const insertRequest = (
  evidence: string,
): string => `INSERT INTO opt_out_request AS q (organisation_id, account_id, list_id, recipient_id, address_key, channel,
      scope_kind, scope_id, purpose, address_book_id, campaign_id, message_id, signal, method, state, received_at,
      deadline, on_timeout, policy_version, policy_owner_id, decided_at, decided_by_kind, decided_by, requested_scope_kind,
      requested_scope_id, attribution, voices, suspicion, quarantine_id)
    SELECT u.organisation_id, u.account_id, u.list_id, u.recipient_id, u.address_key, u.channel,
      u.scope_kind, u.scope_id, u.purpose, u.address_book_id, u.campaign_id, u.message_id, $2::text, $3::text, u.state,
      $1::timestamptz, u.deadline, u.ruled_timeout, u.policy_version, u.policy_owner_id,
      CASE WHEN u.state = 'CONFIRMED' THEN $1::timestamptz END, CASE WHEN u.state = 'CONFIRMED' THEN $5::text END,
      CASE WHEN u.state = 'CONFIRMED' THEN $6::text END, u.requested_scope_kind, u.requested_scope_id, u.attribution,
      ARRAY[${evidence} ->> 'voice'], CASE WHEN u.quarantine_id IS NOT NULL THEN 'BURST' END, u.quarantine_id`;

export const suppressed = (ruling: string): string => `
  suppressed AS (
    INSERT INTO suppression AS s (address_key, list_id, channel, scope_id, scope_kind, state, since, request_id)
    SELECT r.address_key, r.list_id, r.channel, r.scope_id, r.scope_kind, u.suppression, $1::timestamptz, r.id
    FROM request r ${ruling}
    ON CONFLICT (address_key, list_id, channel, scope_id)
    DO UPDATE SET state = CASE WHEN s.state = 'PAUSED' THEN excluded.state ELSE s.state END,
      since = excluded.since, request_id = excluded.request_id, returned_to = NULL
    WHERE (s.state = 'PAUSED' AND excluded.state = 'OPTED_OUT') OR s.returned_to IS NOT NULL
  )`;

export const keptAs = (wish: string): string => `
  evidence AS (
    INSERT INTO opt_out_evidence (request_id, organisation_id, at, kind, sha256, path, origin, headers, detail)
    SELECT r.id, r.organisation_id, $1::timestamptz, e.kind, decode(e.sha256, 'hex'), e.path,
      CASE WHEN (SELECT o.keeps_origins FROM organisation o WHERE o.id = r.organisation_id) THEN e.origin END, e.headers, e.detail
    FROM request r ${wish}
      AS e(kind text, sha256 text, path text, origin text, headers jsonb, detail jsonb)
    RETURNING request_id, id
  )`;

export const TOLD = `
  event AS (
    INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind,
      scope_id, signal, method, policy_version, old_state, new_state, actor_kind, actor, detail)
    SELECT organisation_id, $1::timestamptz,
      CASE effect WHEN 'opened' THEN 'REQUESTED' WHEN 'joined' THEN 'JOINED' ELSE 'OVERRIDDEN' END, r.id, recipient_id,
      address_key, channel, scope_kind, scope_id, $2::text, $3::text, policy_version,
      old_state, state, $5::text, $6::text, jsonb_build_object('evidenceId', e.id)
    FROM request r JOIN evidence e ON e.request_id = r.id
  ),
  posted AS (
    INSERT INTO outbox (message)
    SELECT CASE WHEN effect = 'opened'
      THEN jsonb_build_object('kind', 'opt-out.opened', 'requestId', id, 'deadline',
        to_char(deadline AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      ELSE jsonb_build_object('kind', 'opt-out.closed', 'requestId', id) END
    FROM request WHERE effect <> 'joined'
  )`;

/** All that follows from a target, in one statement: this commit is the answer (design §3). */
const record = (place: string, target: string): string => `
  WITH ${place}, target AS (${target}), ${BURST_STEPS},
  ruling AS (
    SELECT t.*, v.state, v.suppression, b.quarantine_id,
      ${DEADLINE} AS deadline,
      -- What would have been final at once does not revert because others left too.
      CASE WHEN v.on_timeout = 'POLICY' AND b.quarantine_id IS NOT NULL AND t.mode = 'AT_ONCE' THEN 'OPT_OUT'
        WHEN v.on_timeout = 'POLICY' THEN t.on_timeout ELSE v.on_timeout END AS ruled_timeout
    FROM target t CROSS JOIN burst b
    ${VERDICT}
    -- A clear wish in a burst is judged again, as an unclear one (recordOptOut).
    WHERE b.quarantine_id IS NULL OR $2::text <> 'CLEAR'
  ),
  -- The fence: a hand-over that is being claimed for this recipient commits first and is then on the receipt;
  -- any later claim waits for us (claim_messages takes FOR SHARE).
  fence AS (SELECT r.id FROM recipient r JOIN ruling u ON u.recipient_id = r.id FOR NO KEY UPDATE OF r),
  ${SUPERSEDED},
  request AS (
    ${insertRequest('$7::jsonb')}
    FROM ruling u JOIN fence f ON f.id = u.recipient_id WHERE NOT u.exempt
    ON CONFLICT (address_key, list_id, channel, scope_id) WHERE state IN ('PENDING', 'CONFIRMED')
    DO UPDATE SET state = ${joined('state')}, signal = ${joined('signal')}, voices = q.voices || excluded.voices,
      method = CASE WHEN ${joined('effect')} = 'OVERRIDES' THEN excluded.method ELSE q.method END,
      decided_at = CASE WHEN q.state = 'CONFIRMED' THEN q.decided_at ELSE excluded.decided_at END,
      decided_by_kind = CASE WHEN q.state = 'CONFIRMED' THEN q.decided_by_kind ELSE excluded.decided_by_kind END,
      decided_by = CASE WHEN q.state = 'CONFIRMED' THEN q.decided_by ELSE excluded.decided_by END
    WHERE ${RETURNED_SINCE} OR ${joined('effect')} = 'OVERRIDES' OR (${joined('effect')} = 'JOINS' AND (${joined('signal')} <> q.signal
      OR (NOT excluded.voices <@ q.voices AND cardinality(q.voices) < ${MOST_VOICES})))
    RETURNING q.*, old.state AS old_state,
      CASE WHEN old.id IS NULL THEN 'opened' WHEN new.state = old.state THEN 'joined' ELSE 'overridden' END AS effect
  ),
  ${suppressed('CROSS JOIN ruling u')},
  ${keptAs('CROSS JOIN jsonb_to_record($7::jsonb)')},
  ${TOLD},
  -- Also where the wish stands already or there is none to take: how many complain is counted all the same (W-14).
  complained AS (
    INSERT INTO complaint (organisation_id, account_id, campaign_id, message_id, recipient_id, at)
    SELECT organisation_id, account_id, campaign_id, message_id, recipient_id, $1::timestamptz
    FROM target WHERE $3::text = 'SPAM_REPORT' ON CONFLICT DO NOTHING
  ),
  standing AS (
    SELECT q.*, q.state AS old_state, 'joined' AS effect FROM opt_out_request q JOIN ruling u
      ON q.address_key = u.address_key AND q.list_id = u.list_id AND q.channel = u.channel AND q.scope_id = u.scope_id
    WHERE q.state IN ('PENDING', 'CONFIRMED') AND NOT EXISTS (SELECT 1 FROM request)
  )
  SELECT true AS found, t.exempt, w.id AS "requestId", t.organisation_id AS "organisationId", t.recipient_id AS "recipientId",
    w.state, w.method, w.scope_kind AS "scopeKind", w.scope_id AS "scopeId", w.received_at AS "receivedAt", w.deadline,
    w.on_timeout AS "onTimeout", w.signal, w.suspicion, w.effect, b.quarantine_id IS NOT NULL AS suspected,
    CASE WHEN w.effect = 'overridden' AND w.scope_kind = 'ORGANISATION' THEN opt_out_copies(w.id, w.address_key, w.list_id) END AS copies
  FROM target t CROSS JOIN burst b LEFT JOIN (SELECT * FROM request UNION ALL SELECT * FROM standing) w ON true`;

/** $8 message, $9 scope kind or null, $10 scope id or null. */
export const RECORD_BY_MESSAGE = record(
  placeByMessage('$8::uuid'),
  targetByMessage('$9::text', '$10::uuid'),
);
export const RECORD_BY_ADDRESS = record(PLACE_BY_ADDRESS, TARGET_BY_ADDRESS);
