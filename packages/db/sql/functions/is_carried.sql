-- Whether a message is of what one carriage takes: its channel, and of SMS its sender. `p_carried` is {"channel", "senders", "except"}:
-- with `except` all senders but those that are named; null = all messages.
CREATE OR REPLACE FUNCTION is_carried(p_carried jsonb, p_channel text, p_sender text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_carried IS NULL THEN true
    WHEN p_channel <> p_carried ->> 'channel' THEN false
    WHEN p_carried -> 'senders' IS NULL THEN true
    ELSE (p_carried -> 'senders' ? lower(btrim(coalesce(p_sender, '')))) <> (p_carried ->> 'except')::boolean END
$$;
