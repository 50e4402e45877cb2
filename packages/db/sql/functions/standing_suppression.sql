-- The suppression of one scope of a message's way that covers it (domain: covers), or none: there is at most one. p_counts: whether
-- a message of this purpose is stopped there at all. The gate alone asks.
CREATE OR REPLACE FUNCTION standing_suppression(
  p_address_key bytea, p_list uuid, p_channel text, p_kind text, p_scope uuid, p_counts boolean, p_account uuid, p_book uuid, p_topic uuid
) RETURNS SETOF suppression LANGUAGE sql STABLE AS $$
  SELECT s.* FROM suppression s
  WHERE s.address_key = p_address_key AND s.list_id = p_list AND s.channel = p_channel AND s.scope_id = p_scope
    AND s.scope_kind = p_kind AND p_counts AND (s.returned_to && ARRAY[p_account, p_book, p_topic]) IS NOT TRUE
$$;
