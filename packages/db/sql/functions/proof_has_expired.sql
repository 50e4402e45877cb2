CREATE OR REPLACE FUNCTION proof_has_expired(p double_opt_in_proof) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM suppression s JOIN organisation o ON o.id = p.organisation_id
    WHERE s.address_key = p.address_key AND s.list_id = p.list_id AND s.channel = p.channel
      AND s.scope_id = p.scope_id AND s.state = 'OPTED_OUT' AND s.since > p.confirmed_at
      AND s.since < now() - o.proof_retention_days * interval '1 day'
  )
$$;
