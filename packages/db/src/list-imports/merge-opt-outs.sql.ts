import { joined } from '../opt-out/join.sql.ts';
import { RETURNED_SINCE } from '../opt-out/record-opt-out.sql.ts';

/**
 * Opts a chunk of a list out: what `recordOptOut` does for one address, for all of them in one statement. $1 import, $2 first bucket,
 * $3 bucket after the last, $4 now, $5 organisation; then of the target: $6 account, $7 list, $8 scope kind, $9 scope, $10 purpose,
 * $11 book, $12 policy's version, $13 its owner, $14 and $15 what was asked for; $16 and $17 who imports, $18 reason, $19 voice.
 *
 * Nothing follows from a request that it opens, so it is settled when it is born: no notice, no workflow for each of a million. One
 * that waited is closed as by any clear wish, and its workflow hears of it. What speaks for them is the import that their ledger names, once for all.
 * Recipients that are known are locked and not written; all in order of key, in stretches of every index by key.
 */
export const MERGE_OPT_OUTS = `
  WITH one AS MATERIALIZED (
    SELECT DISTINCT ON (address_key, channel) channel, address_key, address, person FROM list_import_row
    WHERE import_id = $1::uuid AND bucket >= $2::int AND bucket < $3::int ORDER BY address_key, channel, n, position
  ), known AS MATERIALIZED (
    SELECT r.id, r.channel, r.address_key, r.address IS NOT NULL AS is_clear FROM recipient r
    WHERE r.id = ANY (ARRAY(
      SELECT x.id FROM one CROSS JOIN LATERAL (SELECT r.id FROM recipient r WHERE r.organisation_id = $5::uuid
        AND r.channel = one.channel AND r.address_key = one.address_key OFFSET 0) x))
    ORDER BY r.address_key FOR NO KEY UPDATE
  ), made AS (
    INSERT INTO recipient AS r (organisation_id, channel, address_key, address)
    SELECT $5::uuid, o.channel, o.address_key, o.address FROM one o
    LEFT JOIN known k ON k.address_key = o.address_key AND k.channel = o.channel
    WHERE k.id IS NULL OR NOT k.is_clear ORDER BY o.address_key
    ON CONFLICT (organisation_id, channel, address_key) DO UPDATE SET address = coalesce(r.address, excluded.address)
    RETURNING r.id, r.channel, r.address_key, old.id IS NULL AS is_new
  ), people AS MATERIALIZED (
    SELECT id, channel, address_key, false AS is_new FROM known WHERE is_clear
    UNION ALL SELECT id, channel, address_key, is_new FROM made ORDER BY address_key
  ), superseded AS (
    UPDATE double_opt_in d SET superseded_at = $4::timestamptz FROM people p
    WHERE d.recipient_id = p.id AND d.confirmed_at IS NULL AND d.superseded_at IS NULL
      AND (d.scope_id = $9::uuid OR $8::text = 'ORGANISATION' OR ($8::text = 'ACCOUNT' AND d.account_id = $6::uuid))
  ), request AS (
    INSERT INTO opt_out_request AS q (organisation_id, account_id, list_id, recipient_id, address_key, channel,
      scope_kind, scope_id, purpose, address_book_id, signal, method, state, received_at, policy_version, policy_owner_id,
      decided_at, decided_by_kind, decided_by, requested_scope_kind, requested_scope_id, voices, settled_at)
    SELECT $5::uuid, $6::uuid, $7::uuid, p.id, p.address_key, p.channel, $8::text, $9::uuid, $10::text, $11::uuid, 'CLEAR',
      'IMPORT', 'CONFIRMED', $4::timestamptz, $12::int, $13::uuid, $4::timestamptz, $16::text, $17::text, $14::text, $15::uuid,
      ARRAY[$19::text], $4::timestamptz
    FROM people p
    ON CONFLICT (address_key, list_id, channel, scope_id) WHERE state IN ('PENDING', 'CONFIRMED')
    DO UPDATE SET state = ${joined('state')}, signal = ${joined('signal')}, voices = q.voices || excluded.voices,
      method = CASE WHEN ${joined('effect')} = 'OVERRIDES' THEN excluded.method ELSE q.method END,
      decided_at = CASE WHEN q.state = 'CONFIRMED' THEN q.decided_at ELSE excluded.decided_at END,
      decided_by_kind = CASE WHEN q.state = 'CONFIRMED' THEN q.decided_by_kind ELSE excluded.decided_by_kind END,
      decided_by = CASE WHEN q.state = 'CONFIRMED' THEN q.decided_by ELSE excluded.decided_by END
    WHERE ${RETURNED_SINCE} OR ${joined('effect')} = 'OVERRIDES'
    RETURNING q.id, q.recipient_id, q.address_key, q.channel, q.state, old.state AS old_state, q.policy_version,
      CASE WHEN old.id IS NULL THEN 'opened' WHEN new.state = old.state THEN 'joined' ELSE 'overridden' END AS effect
  ), suppressed AS (
    INSERT INTO suppression AS s (address_key, list_id, channel, scope_id, scope_kind, state, since, request_id)
    SELECT r.address_key, $7::uuid, r.channel, $9::uuid, $8::text, 'OPTED_OUT', $4::timestamptz, r.id FROM request r
    ON CONFLICT (address_key, list_id, channel, scope_id)
    DO UPDATE SET state = CASE WHEN s.state = 'PAUSED' THEN excluded.state ELSE s.state END,
      since = excluded.since, request_id = excluded.request_id, returned_to = NULL
    WHERE s.state = 'PAUSED' OR s.returned_to IS NOT NULL
  ), event AS (
    INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind,
      scope_id, signal, method, policy_version, old_state, new_state, actor_kind, actor, reason, detail)
    SELECT $5::uuid, $4::timestamptz,
      CASE effect WHEN 'opened' THEN 'REQUESTED' WHEN 'joined' THEN 'JOINED' ELSE 'OVERRIDDEN' END, r.id, r.recipient_id,
      r.address_key, r.channel, $8::text, $9::uuid, 'CLEAR', 'IMPORT', r.policy_version, r.old_state, r.state, $16::text, $17::text,
      $18::text || coalesce(' · ' || left(o.person ->> 'words', 500), ''),
      jsonb_strip_nulls(jsonb_build_object('importId', $1::uuid, 'since', o.person -> 'since'))
    FROM request r JOIN one o ON o.address_key = r.address_key AND o.channel = r.channel
  ), posted AS (
    INSERT INTO outbox (message)
    SELECT jsonb_build_object('kind', 'opt-out.closed', 'requestId', id) FROM request WHERE effect = 'overridden'
  )
  SELECT (SELECT count(*) FROM one)::int AS addresses, count(r.id)::int AS written,
    (SELECT count(*) FROM people WHERE is_new)::int AS fresh,
    count(CASE WHEN r.effect = 'overridden' AND $8::text = 'ORGANISATION' THEN opt_out_copies(r.id, r.address_key, $7::uuid) END)::int AS copied
  FROM request r`;
