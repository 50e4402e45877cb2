-- How many may go now by each rate limit, {name: number}. Other senders wait here, all in one order, until what goes now has
-- been counted.
CREATE OR REPLACE FUNCTION lock_rate_limits(p_rate_limits jsonb, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  rates jsonb := p_rate_limits -> 'rates';
BEGIN
  INSERT INTO rate_limit (name, next_at)
  SELECT name, '-infinity' FROM jsonb_object_keys(rates) name ORDER BY name ON CONFLICT DO NOTHING;
  PERFORM 1 FROM rate_limit s WHERE rates ->> s.name IS NOT NULL ORDER BY s.name FOR UPDATE;
  RETURN (SELECT jsonb_object_agg(s.name, rate_limit_room(s.next_at, (rates ->> s.name)::double precision, p_now))
    FROM rate_limit s WHERE rates ->> s.name IS NOT NULL);
END $$;
