-- For how many years after its end a consent is proven, by the country of its account: the domain's proofYears, which a test compares.
CREATE OR REPLACE FUNCTION proof_years(p_country text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE p_country
  WHEN 'DK' THEN 2 WHEN 'CA' THEN 3 WHEN 'US' THEN 4 WHEN 'DE' THEN 5 WHEN 'GB' THEN 6
  ELSE 10 END;
