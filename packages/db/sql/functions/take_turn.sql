-- When one message may go by a rate limit: p_now or before, and then it is counted; else it has to ask again, unless it goes all the same
-- (p_always) and all others wait the longer. Of all that share the limit, wherever they send.
CREATE OR REPLACE FUNCTION take_turn(p_name text, p_rate double precision, p_now timestamptz, p_always boolean) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  allowed timestamptz;
BEGIN
  INSERT INTO rate_limit (name, next_at) VALUES (p_name, '-infinity') ON CONFLICT DO NOTHING;
  SELECT rate_limit_from(next_at, p_rate, p_now) INTO allowed FROM rate_limit WHERE name = p_name FOR UPDATE;
  IF p_always OR allowed <= p_now THEN
    UPDATE rate_limit SET next_at = allowed + interval '1 second' / p_rate WHERE name = p_name;
  END IF;
  RETURN allowed;
END $$;
