-- How many may go now.
CREATE OR REPLACE FUNCTION rate_limit_room(p_next timestamptz, p_rate double precision, p_now timestamptz)
RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(0, floor(extract(epoch FROM p_now - rate_limit_from(p_next, p_rate, p_now)) * p_rate)::integer + 1)
$$;
