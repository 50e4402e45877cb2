CREATE OR REPLACE FUNCTION proof_has_expired(p double_opt_in_proof) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT consent_has_expired(p.organisation_id, p.address_key, p.list_id, p.channel, p.scope_id, p.confirmed_at)
$$;
