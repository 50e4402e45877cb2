-- Whether a consent ended longer ago than what proves it is kept: its scope was left since, or is deleted.
CREATE OR REPLACE FUNCTION consent_has_expired(
  p_organisation uuid, p_address_key bytea, p_list uuid, p_channel text, p_scope uuid, p_given timestamptz
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM (
      SELECT s.since AS at FROM suppression s
      WHERE s.address_key = p_address_key AND s.list_id = p_list AND s.channel = p_channel AND s.scope_id = p_scope
        AND s.state = 'OPTED_OUT' AND s.since > p_given
      UNION ALL
      SELECT d.deleted_at FROM deleted_scope d WHERE d.scope_id = p_scope
    ) ended
    WHERE ended.at < now() - proof_retention(p_organisation, p_scope)
  )
$$;
