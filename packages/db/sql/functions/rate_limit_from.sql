-- From when on messages of a rate are counted: what was not sent for a while is not made up for, but for the last
-- fifth of a second, so that a sender that comes a little late keeps its rate. An instant that no rate explains comes
-- from a clock that was wrong, and is forgotten.
CREATE OR REPLACE FUNCTION rate_limit_from(p_next timestamptz, p_rate double precision, p_now timestamptz)
RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(
    CASE WHEN p_next > p_now + interval '1 minute' + interval '1 second' / p_rate THEN p_now ELSE p_next END,
    p_now - interval '200 milliseconds')
$$;
