CREATE OR REPLACE FUNCTION mail_domain(p_address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN split_part(p_address, '@', -1);
