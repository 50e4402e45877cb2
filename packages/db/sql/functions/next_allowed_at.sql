-- When a message may go to somebody whose last one went at p_last; null = now (domain: nextAllowedAt). In hours, for a
-- day is not always 24 of them.
CREATE OR REPLACE FUNCTION next_allowed_at(p_frequency text, p_last timestamptz, p_now timestamptz)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_last + CASE p_frequency
      WHEN 'DAILY' THEN interval '24 hours' WHEN 'WEEKLY' THEN interval '168 hours' WHEN 'MONTHLY' THEN interval '720 hours' END > p_now
    THEN p_last + CASE p_frequency
      WHEN 'DAILY' THEN interval '24 hours' WHEN 'WEEKLY' THEN interval '168 hours' ELSE interval '720 hours' END END
$$;
