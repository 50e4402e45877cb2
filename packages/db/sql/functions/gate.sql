-- The gate: why a message may not go to a recipient, and until when where that is known; one row, with nulls where it may.
-- Everything that hands over, counts or exports asks it here; mayContact puts the same parts together, beginning with an
-- address: the law is gate_reason, what it judges covering_suppressions, blocked_at_sender, awaits_confirmation and next_by_frequency. The domain says the same in
-- judgeGate, as the oracle of the test that compares them all.
--
-- Who: p_recipient, and p_removed, whether its contact left the book; an erased address counts as that. What: p_message where
-- there is one (its own hand-over uses up no period), and p_queued where it waits its turn with the account's other messages,
-- of which those that are held go first. When: p_now; null where the recipient's own choices and their confirmation do not count (a test mail). The
-- rest says where the message goes through, p_short_code from which short code an SMS would come, if from one.
--
-- PostgreSQL puts the body into the query that asks, and joins a million recipients by hash, as long as all but p_recipient
-- and p_removed are values of the whole query: a column in the condition of an outer join would keep it apart. So would a
-- LIMIT; of several suppressions one opt-out counts, else one pause, which is looked up for those alone whom something covers,
-- in a CASE, as PostgreSQL takes half of a condition that it can not guess, and next to none of an OR.
CREATE OR REPLACE FUNCTION gate(
  p_recipient uuid, p_removed boolean, p_message uuid, p_queued boolean, p_now timestamptz,
  p_organisation uuid, p_account uuid, p_list uuid, p_book uuid, p_topic uuid, p_purpose text, p_archived boolean, p_short_code text
) RETURNS TABLE (address text, channel text, reason text, until timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT f.address, f.channel,
    gate_reason(p_removed OR f.address IS NULL, p_archived, f.state, f.blocked, f.undeliverable, f.unconfirmed, f.snoozed_until, f.next_at, p_now),
    gate_until(f.snoozed_until, f.next_at, p_now)
  FROM (
    SELECT r.address, r.channel, r.undeliverable_since IS NOT NULL AS undeliverable, s.state, p.snoozed_until, blocked_at_sender(r.address_key, r.channel, p_short_code, p_account, p_book, p_topic) AS blocked,
      awaits_confirmation(p.sign_up_open, r.id, p_purpose, p_organisation, p_account, p_book, p_topic, p_now) AS unconfirmed,
      next_by_frequency(p.frequency, p.recipient_id, p.account_id, p_message, p_queued, p_now) AS next_at
    FROM recipient r
    LEFT JOIN LATERAL covering_suppressions(
      r.address_key, p_list, r.channel, p_purpose, p_organisation, p_account, p_book, p_topic) s ON true
    LEFT JOIN recipient_preference p
      ON p.recipient_id = r.id AND p.account_id = p_account AND p_purpose = 'MARKETING'
    WHERE r.id = p_recipient AND CASE WHEN s.scope_id IS NULL THEN true ELSE NOT EXISTS (
      SELECT 1 FROM covering_suppressions(
        r.address_key, p_list, r.channel, p_purpose, p_organisation, p_account, p_book, p_topic) d
      WHERE (d.state = 'PAUSED', d.scope_id) < (s.state = 'PAUSED', s.scope_id)) END
  ) f
$$;
