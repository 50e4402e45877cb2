-- When it went last to a recipient, but for one message; null = never.
CREATE OR REPLACE FUNCTION last_marketing_at(p_recipient uuid, p_account uuid, p_but_for uuid)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(g.at) FROM marketing_gone g
  WHERE g.account_id = p_account AND g.recipient_id = p_recipient AND g.message_id IS DISTINCT FROM p_but_for
$$;
