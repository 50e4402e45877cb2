-- When a recipient's frequency lets a message go; null = now. It waits out the period that the last one began, and where it
-- queues (p_queued) also what is held.
CREATE OR REPLACE FUNCTION next_by_frequency(
  p_frequency text, p_recipient uuid, p_account uuid, p_message uuid, p_queued boolean, p_now timestamptz
) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_frequency <> 'EVERY' THEN coalesce(
    next_allowed_at(p_frequency, last_marketing_at(p_recipient, p_account, p_message), p_now),
    CASE WHEN p_queued AND something_is_held(p_recipient, p_account, p_message) THEN p_now END) END
$$;
