-- Whose an SMS sender is: of the organisation that the operator gave it to, a keyword before the short code that it is of; of what
-- nobody was given, the only organisation of the installation, null where there are several. As its owner: an organisation must
-- learn that a number is another's, whose rows it does not see. Keywords come in their normal form.
CREATE OR REPLACE FUNCTION sms_sender_owner(p_kind text, p_address text, p_keyword_form text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN coalesce(
  (SELECT o.organisation_id FROM sms_sender_owner o
   WHERE o.kind = p_kind AND o.address = lower(p_address) AND o.keyword_form IN (p_keyword_form, '') ORDER BY o.keyword_form DESC LIMIT 1),
  (SELECT (array_agg(g.id))[1] FROM organisation g HAVING count(*) = 1)
);
