-- Whether a claim is not enough: something covers the scope now, or the recipient ever left it or what is around it.
CREATE OR REPLACE FUNCTION needs_double_opt_in(p_recipient uuid, p_organisation uuid, p_account uuid, p_scope uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM recipient r JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
    WHERE r.id = p_recipient AND s.list_id IN (p_organisation, p_account)
      AND s.scope_id IN (p_scope, p_account, p_organisation)
  ) OR EXISTS (
    SELECT 1 FROM opt_out_request q
    WHERE q.recipient_id = p_recipient AND q.scope_id IN (p_scope, p_account, p_organisation)
      AND q.state NOT IN ('DECLINED', 'REVERTED')
  )
$$;
