-- Which suppressions cover a message (domain: covers), for mayContact, which tells the decisive one; the gate looks each scope up
-- by itself (standing_suppression).
CREATE OR REPLACE FUNCTION covering_suppressions(
  p_address_key bytea, p_list uuid, p_channel text, p_purpose text,
  p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid
) RETURNS SETOF suppression LANGUAGE sql STABLE AS $$
  SELECT s.* FROM suppression s
  WHERE s.address_key = p_address_key AND s.list_id = p_list AND s.channel = p_channel
    AND p_purpose <> 'TRANSACTIONAL'
    AND CASE s.scope_kind
          WHEN 'TOPIC' THEN s.scope_id = p_topic
          WHEN 'BOOK' THEN s.scope_id = p_book
          WHEN 'ACCOUNT' THEN p_purpose = 'MARKETING' AND s.scope_id = p_account
          ELSE p_purpose = 'MARKETING' AND s.scope_id = p_organisation
        END
    AND (s.returned_to && ARRAY[p_account, p_book, p_topic]) IS NOT TRUE
$$;
