-- Writes how hand-overs ended. A message whose lease ran out (UNKNOWN) is set right when its answer comes after all.
-- The n-th of each list belong together.
CREATE OR REPLACE FUNCTION finish_messages(p_ids uuid[], p_states text[], p_outcomes text[], p_due_at timestamptz[], p_now timestamptz)
RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  UPDATE message m SET state = r.state, outcome = r.outcome, lease_until = NULL, throttled_domain = '',
    due_at = coalesce(r.due_at, m.due_at), changed_at = p_now
  FROM unnest(p_ids, p_states, p_outcomes, p_due_at) AS r(id, state, outcome, due_at)
  WHERE m.id = r.id AND (m.state = 'HANDING_OVER' OR (m.state = 'UNKNOWN' AND r.state IN ('SENT', 'FAILED')));
END $$;
