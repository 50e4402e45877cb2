-- Up to so many of an organisation's requests by what their reasons hold. As its owner, as requests_by_note.
CREATE OR REPLACE FUNCTION requests_by_reason(p_organisation uuid, p_pattern text, p_limit integer) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER
RETURN ARRAY(
  SELECT q.id FROM opt_out_request q
  WHERE q.organisation_id = coalesce(tenant(), p_organisation)
    AND (q.reason_text IS NOT NULL OR q.decision_reason IS NOT NULL)
    AND fold_text(coalesce(q.reason_text, '') || ' ' || coalesce(q.decision_reason, '')) LIKE fold_text(p_pattern)
  LIMIT p_limit
);
