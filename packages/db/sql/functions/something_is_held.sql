-- Whether something else of an account is held for a recipient. What comes later waits with it: else a campaign that goes out
-- at the very end of each period would be first each time, and what is held would never go.
CREATE OR REPLACE FUNCTION something_is_held(p_recipient uuid, p_account uuid, p_but_for uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM message h JOIN campaign c ON c.id = h.campaign_id
    WHERE h.recipient_id = p_recipient AND h.state = 'HELD' AND h.id IS DISTINCT FROM p_but_for
      AND c.account_id = p_account AND c.state IN ('SENDING', 'SENT'))
$$;
