-- For how long after its end a consent to a scope is proven: as long as its organisation says, or else the law of its account's country;
-- what concerns several accounts, or one that is gone, for the longest of them.
CREATE OR REPLACE FUNCTION proof_retention(p_organisation uuid, p_scope uuid) RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT coalesce(o.proof_retention_days * interval '1 day', (
    SELECT proof_years(a.country) * interval '1 year' FROM account a
    WHERE a.organisation_id = o.id AND a.id = coalesce(
      (SELECT b.account_id FROM address_book b WHERE b.id = p_scope), (SELECT t.account_id FROM topic t WHERE t.id = p_scope), p_scope)
  ), (
    SELECT max(proof_years(a.country)) * interval '1 year' FROM account a WHERE a.organisation_id = o.id
  ), proof_years(NULL) * interval '1 year')
  FROM organisation o WHERE o.id = p_organisation
$$;
