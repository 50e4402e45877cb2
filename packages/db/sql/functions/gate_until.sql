-- When what a recipient chose lets a message go; null = now. For the gate, beside gate_reason.
CREATE OR REPLACE FUNCTION gate_until(p_snoozed_until timestamptz, p_next_at timestamptz, p_now timestamptz)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(CASE WHEN p_snoozed_until > p_now THEN p_snoozed_until END, p_next_at)
$$;
