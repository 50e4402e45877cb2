-- What the gate says of a recipient whom no suppression stops and of whom something else is noted; null where nothing stands
-- against it. For mayContact, of recipients with recipient.noted alone, and so a function with a plan of its own: in the plan of
-- each question it would cost those of whom nothing is noted, which are nearly all.
CREATE OR REPLACE FUNCTION gate_of_noted(
  p_recipient uuid, p_now timestamptz, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid, p_purpose text,
  p_archived boolean, p_blocked boolean
) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('because', g.reason, 'until', g.until, 'pausedUntil', g.snoozed_until,
      'undeliverableSince', g.undeliverable_since)
    FROM (
      SELECT gate_reason(false, p_archived, NULL, p_blocked, f.undeliverable_since IS NOT NULL, f.unconfirmed, f.snoozed_until, f.next_at, p_now) AS reason,
        gate_until(f.snoozed_until, f.next_at, p_now) AS until, f.snoozed_until, f.undeliverable_since
      FROM (
        SELECT p.snoozed_until, r.undeliverable_since,
          awaits_confirmation(p.sign_up_open, r.id, p_purpose, p_organisation, p_account, p_book, p_topic, p_now) AS unconfirmed,
          next_by_frequency(p.frequency, r.id, p_account, NULL, false, p_now) AS next_at
        FROM recipient r
        LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = p_account AND p_purpose = 'MARKETING'
        WHERE r.id = p_recipient
        OFFSET 0
      ) f
    ) g WHERE g.reason IS NOT NULL
  );
END $$;
