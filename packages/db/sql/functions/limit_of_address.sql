-- The name of the rate limit that an address has, '' = none of its own.
CREATE OR REPLACE FUNCTION limit_of_address(p_rate_limits jsonb, p_address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(CASE WHEN p_address LIKE '+%' THEN p_rate_limits ->> 'numbers'
    ELSE p_rate_limits -> 'domains' ->> lower(mail_domain(p_address)) END, '')
$$;
