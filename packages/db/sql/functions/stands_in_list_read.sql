-- Whether an opt-out stands, at least as long, in the list that is read now for its scope, and that is another one
-- than this row's. A row of an own list that is about the whole organisation counts there for its account.
CREATE OR REPLACE FUNCTION stands_in_list_read(
  p_address_key bytea, p_list uuid, p_channel text, p_kind text, p_scope uuid, p_since timestamptz
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM account a
    JOIN suppression s ON s.address_key = p_address_key AND s.channel = p_channel
      AND s.list_id = CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END
    WHERE a.id = CASE p_kind
        WHEN 'TOPIC' THEN (SELECT t.account_id FROM topic t WHERE t.id = p_scope)
        WHEN 'BOOK' THEN (SELECT b.account_id FROM address_book b WHERE b.id = p_scope)
        WHEN 'ACCOUNT' THEN p_scope
        ELSE p_list END
      AND s.list_id <> p_list AND s.state = 'OPTED_OUT' AND s.since <= p_since
      AND (s.scope_id = p_scope
        OR (p_kind = 'ORGANISATION' AND s.scope_id = a.id)
        OR (p_kind = 'ACCOUNT' AND s.scope_kind = 'ORGANISATION' AND s.list_id = a.id))
  )
$$;
