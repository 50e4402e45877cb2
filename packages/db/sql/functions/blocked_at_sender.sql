-- Whether somebody wrote STOP to the short code that an SMS would come from, one that accounts share (A8), and came back to
-- nothing of what it goes through since. For the gate.
CREATE OR REPLACE FUNCTION blocked_at_sender(
  p_address_key bytea, p_channel text, p_short_code text, p_account uuid, p_book uuid, p_topic uuid
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_short_code IS NULL OR p_channel <> 'SMS' THEN false
    ELSE stands_in_block_list(p_address_key, p_short_code, p_account, p_book, p_topic) END
$$;
