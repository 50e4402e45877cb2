-- Whose a domain is: of the organisation that proved it or, where nobody did, the nearest domain above it; null of what nobody
-- proved. Lower case, A-labels. As its owner: an organisation must learn that a domain is another's, whose rows it does not see.
CREATE OR REPLACE FUNCTION sender_domain_owner(p_domain text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN (
  SELECT d.organisation_id FROM sender_domain d
  WHERE d.proven_at IS NOT NULL AND d.domain = ANY (ARRAY(
    SELECT array_to_string(x.labels[i:], '.') FROM (SELECT string_to_array(p_domain, '.')) x(labels), generate_series(1, cardinality(x.labels)) i))
  ORDER BY length(d.domain) DESC LIMIT 1
);
