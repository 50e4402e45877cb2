-- Both in one commit: what ended makes room for what is claimed.
CREATE OR REPLACE FUNCTION finish_and_claim(p_ids uuid[], p_states text[], p_outcomes text[], p_due_at timestamptz[],
  p_campaign uuid, p_limit integer, p_now timestamptz, p_lease_until timestamptz, p_rate_limits jsonb, p_taken jsonb DEFAULT NULL)
RETURNS TABLE (message_id uuid, attempts smallint, address text, language text, fields jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM finish_messages(p_ids, p_states, p_outcomes, p_due_at, p_now, p_taken);
  RETURN QUERY SELECT * FROM claim_messages(p_campaign, p_limit, p_now, p_lease_until, p_rate_limits);
END $$;
