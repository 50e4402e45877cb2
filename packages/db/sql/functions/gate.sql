-- The gate: why a message may not go to a recipient, and until when where that is known; one row, with nulls where it may.
-- Everything that hands over, counts, exports or answers asks it here. The domain says the same in judgeGate, as the oracle
-- of the test that compares them.
--
-- Who: p_recipient, and p_removed, whether its contact left the book; null where no mail of ours goes to it (mayContact), so
-- that neither this nor an erased address counts. What: p_message where there is one (its own hand-over uses up no period),
-- and p_queued where it waits its turn with the account's other messages, of which those that are held go first. When:
-- p_now; null where the recipient's own choices do not count (a test mail). The rest says where the message goes through.
--
-- PostgreSQL puts the body into the query that asks, and joins a million recipients by hash, as long as all but p_recipient
-- and p_removed are values of the whole query: a column in the condition of an outer join would keep it apart. So would a
-- LIMIT; whether a row is the decisive one is looked up for those alone whom something covers, in a CASE, as PostgreSQL takes
-- half of a condition that it can not guess, and next to none of an OR.
CREATE OR REPLACE FUNCTION gate(
  p_recipient uuid, p_removed boolean, p_message uuid, p_queued boolean, p_now timestamptz,
  p_organisation uuid, p_account uuid, p_list uuid, p_book uuid, p_topic uuid, p_purpose text, p_archived boolean
) RETURNS TABLE (address text, channel text, reason text, until timestamptz,
  scope_kind text, scope_id uuid, since timestamptz, request_id uuid)
LANGUAGE sql STABLE AS $$
  SELECT f.address, f.channel,
    CASE
      WHEN p_removed OR (p_removed IS NOT NULL AND f.address IS NULL) THEN 'CONTACT_REMOVED'
      WHEN p_archived THEN 'ARCHIVED'
      WHEN f.state IS NOT NULL THEN f.state
      WHEN f.snoozed_until > p_now THEN 'SNOOZED'
      WHEN f.next_at IS NOT NULL THEN 'FREQUENCY_CAP'
    END,
    greatest(CASE WHEN f.snoozed_until > p_now THEN f.snoozed_until END, f.next_at),
    f.scope_kind, f.scope_id, f.since, f.request_id
  FROM (
    SELECT r.address, r.channel, s.state, s.scope_kind, s.scope_id, s.since, s.request_id, p.snoozed_until,
      CASE WHEN p.frequency <> 'EVERY' THEN coalesce(
        next_allowed_at(p.frequency, last_marketing_at(p.recipient_id, p.account_id, p_message), p_now),
        CASE WHEN p_queued AND something_is_held(p.recipient_id, p.account_id, p_message) THEN p_now END) END AS next_at
    FROM recipient r
    LEFT JOIN LATERAL covering_suppressions(
      r.address_key, p_list, r.channel, p_purpose, p_organisation, p_account, p_book, p_topic) s ON true
    LEFT JOIN recipient_preference p
      ON p.recipient_id = r.id AND p.account_id = p_account AND p_purpose = 'MARKETING'
    WHERE r.id = p_recipient AND CASE WHEN s.scope_id IS NULL THEN true ELSE NOT EXISTS (
      SELECT 1 FROM covering_suppressions(
        r.address_key, p_list, r.channel, p_purpose, p_organisation, p_account, p_book, p_topic) d
      WHERE (d.state = 'PAUSED', d.since, d.scope_id) < (s.state = 'PAUSED', s.since, s.scope_id)) END
  ) f
$$;
