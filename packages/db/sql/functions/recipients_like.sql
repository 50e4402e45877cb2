-- An organisation's recipients by what their addresses are like. As its owner, as requests_by_note.
CREATE OR REPLACE FUNCTION recipients_like(p_organisation uuid, p_pattern text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER
RETURN ARRAY(
  SELECT r.id FROM recipient r
  WHERE r.organisation_id = coalesce(tenant(), p_organisation) AND r.address LIKE p_pattern
);
