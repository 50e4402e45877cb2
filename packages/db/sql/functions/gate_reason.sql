-- The law of the gate for one recipient and one way: the first of these that stands says why a message may not go; null = it
-- may. p_state is that of the decisive suppression; p_blocked of blocked_at_sender; p_undeliverable: the recipient row says since when; p_unconfirmed of awaits_confirmation; p_snoozed_until and p_next_at are what the recipient chose. PostgreSQL puts
-- it into the query that asks, as long as what is named twice here is a plain column.
CREATE OR REPLACE FUNCTION gate_reason(
  p_removed boolean, p_archived boolean, p_state text, p_blocked boolean, p_undeliverable boolean, p_unconfirmed boolean, p_snoozed_until timestamptz, p_next_at timestamptz, p_now timestamptz
) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN p_removed THEN 'CONTACT_REMOVED'
    WHEN p_archived THEN 'ARCHIVED'
    WHEN p_state IS NOT NULL THEN p_state
    WHEN p_blocked THEN 'SENDER_BLOCKED'
    WHEN p_undeliverable THEN 'UNDELIVERABLE'
    WHEN p_unconfirmed THEN 'SIGN_UP_UNCONFIRMED'
    WHEN p_snoozed_until > p_now THEN 'SNOOZED'
    WHEN p_next_at IS NOT NULL THEN 'FREQUENCY_CAP'
  END
$$;
