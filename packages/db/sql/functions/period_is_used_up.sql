-- Where something is held already, what comes later waits with it: else a campaign that goes out at the very end of
-- each period would be first each time, and what is held would never go.
CREATE OR REPLACE FUNCTION period_is_used_up(p_recipient uuid, p_account uuid, p_frequency text, p_message uuid, p_now timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
      SELECT 1 FROM marketing_gone g WHERE g.account_id = p_account AND g.recipient_id = p_recipient
        AND g.message_id <> p_message AND next_allowed_at(p_frequency, g.at, p_now) IS NOT NULL
    ) OR EXISTS (
      SELECT 1 FROM message h JOIN campaign c ON c.id = h.campaign_id
      WHERE h.recipient_id = p_recipient AND h.state = 'HELD' AND h.id <> p_message
        AND c.account_id = p_account AND c.state IN ('SENDING', 'SENT'))
$$;
