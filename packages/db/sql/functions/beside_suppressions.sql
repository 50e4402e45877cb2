-- What the gate says of a recipient whom no suppression stops and of whom something else is noted (recipient.noted), for mayContact;
-- no row where nothing stands against it, or p_recipient is null. PostgreSQL puts it into a query about many. The law is gate_reason.
CREATE OR REPLACE FUNCTION beside_suppressions(
  p_recipient uuid, p_undeliverable_since timestamptz, p_now timestamptz, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid,
  p_purpose text, p_archived boolean, p_blocked boolean
) RETURNS TABLE (noted jsonb) LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('because', g.reason, 'until', g.until, 'pausedUntil', g.snoozed_until,
    'undeliverableSince', p_undeliverable_since)
  FROM (
    SELECT gate_reason(false, p_archived, NULL, p_blocked, p_undeliverable_since IS NOT NULL, f.unconfirmed, f.snoozed_until, f.next_at, p_now) AS reason,
      gate_until(f.snoozed_until, f.next_at, p_now) AS until, f.snoozed_until
    FROM (
      SELECT p.snoozed_until,
        awaits_confirmation(p.sign_up_open, p_recipient, p_purpose, p_organisation, p_account, p_book, p_topic, p_now) AS unconfirmed,
        next_by_frequency(p.frequency, p_recipient, p_account, NULL, false, p_now) AS next_at
      FROM (SELECT) AS one
      LEFT JOIN recipient_preference p ON p.recipient_id = p_recipient AND p.account_id = p_account AND p_purpose = 'MARKETING'
      WHERE p_recipient IS NOT NULL
      OFFSET 0
    ) f
  ) g WHERE g.reason IS NOT NULL
$$;
