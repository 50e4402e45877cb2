-- The gate: why a message may not go to a recipient, and until when where that is known; one row, with nulls where it may.
-- Everything that hands over, counts or exports asks it here; mayContact puts the same parts together, beginning with an
-- address: the law is gate_reason, what it judges standing_suppression, blocked_at_sender, awaits_confirmation and next_by_frequency. The domain says the same in
-- judgeGate, as the oracle of the test that compares them all.
--
-- Who: p_recipient, and p_removed, whether its contact left the book; an erased address counts as that. What: p_message where
-- there is one (its own hand-over uses up no period), and p_queued where it waits its turn with the account's other messages,
-- of which those that are held go first. When: p_now; null where the recipient's own choices and their confirmation do not count (a test mail). The
-- rest says where the message goes through, p_short_code from which short code an SMS would come, if from one.
--
-- PostgreSQL puts the body into the query that asks, and joins a million recipients by hash, as long as all but p_recipient
-- and p_removed are values of the whole query: a column in the condition of an outer join would keep it apart. Each scope that a
-- message goes through is looked up by itself, as there is at most one suppression of each: together they could be several, of
-- which an opt-out goes before a pause, and to find that one of each recipient costs more than the look-ups. With the six tables of
-- this no query should name more than two others: PostgreSQL thinks of the order of eight at once (join_collapse_limit).
CREATE OR REPLACE FUNCTION gate(
  p_recipient uuid, p_removed boolean, p_message uuid, p_queued boolean, p_now timestamptz,
  p_organisation uuid, p_account uuid, p_list uuid, p_book uuid, p_topic uuid, p_purpose text, p_archived boolean, p_short_code text
) RETURNS TABLE (address text, channel text, reason text, until timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT f.address, f.channel,
    gate_reason(p_removed OR f.address IS NULL, p_archived, f.state, f.blocked, f.undeliverable, f.unconfirmed, f.snoozed_until, f.next_at, p_now),
    gate_until(f.snoozed_until, f.next_at, p_now)
  FROM (
    SELECT r.address, r.channel, r.undeliverable_since IS NOT NULL AS undeliverable, p.snoozed_until,
      CASE WHEN 'OPTED_OUT' IN (t.state, b.state, a.state, o.state) THEN 'OPTED_OUT'
        ELSE coalesce(t.state, b.state, a.state, o.state) END AS state,
      blocked_at_sender(r.address_key, r.channel, p_short_code, p_account, p_book, p_topic) AS blocked,
      awaits_confirmation(p.sign_up_open, r.id, p_purpose, p_organisation, p_account, p_book, p_topic, p_now) AS unconfirmed,
      next_by_frequency(p.frequency, p.recipient_id, p.account_id, p_message, p_queued, p_now) AS next_at
    FROM recipient r
    LEFT JOIN LATERAL standing_suppression(r.address_key, p_list, r.channel, 'TOPIC', p_topic, p_purpose <> 'TRANSACTIONAL',
      p_account, p_book, p_topic) t ON true
    LEFT JOIN LATERAL standing_suppression(r.address_key, p_list, r.channel, 'BOOK', p_book, p_purpose <> 'TRANSACTIONAL',
      p_account, p_book, p_topic) b ON true
    LEFT JOIN LATERAL standing_suppression(r.address_key, p_list, r.channel, 'ACCOUNT', p_account, p_purpose = 'MARKETING',
      p_account, p_book, p_topic) a ON true
    LEFT JOIN LATERAL standing_suppression(r.address_key, p_list, r.channel, 'ORGANISATION', p_organisation, p_purpose = 'MARKETING',
      p_account, p_book, p_topic) o ON true
    LEFT JOIN recipient_preference p
      ON p.recipient_id = r.id AND p.account_id = p_account AND p_purpose = 'MARKETING'
    WHERE r.id = p_recipient
  ) f
$$;
