-- Up to so many of an organisation's requests by what their notes hold. As its owner: LIKE may tell what it compares, so row-level
-- security has it asked last, of every row; here the index answers first.
CREATE OR REPLACE FUNCTION requests_by_note(p_organisation uuid, p_pattern text, p_limit integer) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER
RETURN ARRAY(
  SELECT e.request_id FROM opt_out_evidence e
  WHERE e.organisation_id = coalesce(tenant(), p_organisation)
    AND e.detail ->> 'note' IS NOT NULL AND fold_text(e.detail ->> 'note') LIKE fold_text(p_pattern)
  LIMIT p_limit
);
