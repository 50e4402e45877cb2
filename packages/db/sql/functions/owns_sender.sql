-- Whether an organisation may send from this: a From of mail by its domain, all else by who was given it.
CREATE OR REPLACE FUNCTION owns_sender(p_organisation uuid, p_kind text, p_address text, p_keyword_form text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE p_kind WHEN 'EMAIL' THEN may_send_from(p_organisation, mail_domain(p_address))
    ELSE coalesce(sms_sender_owner(p_kind, p_address, p_keyword_form) = p_organisation, false) END
$$;
