-- Whether an organisation's mail may be from a domain: its own, or one that nobody can own (RFC 6761 6) and nobody was given.
CREATE OR REPLACE FUNCTION may_send_from(p_organisation uuid, p_domain text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(sender_domain_owner(p_domain) = p_organisation, p_domain ~ '(^|\.)(test|example|invalid|localhost)$')
$$;
