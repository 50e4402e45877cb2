-- Writes how hand-overs ended. A message whose lease ran out (UNKNOWN) is set right when its answer comes after all; it went before.
-- The n-th of each list belong together. What a gateway took is kept by its name for it, so that a status finds its message;
-- one that came before this has left a row by that name, or by ours.
CREATE OR REPLACE FUNCTION finish_messages(p_ids uuid[], p_states text[], p_outcomes text[], p_due_at timestamptz[], p_now timestamptz,
  p_taken jsonb DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  named uuid[];
BEGIN
  UPDATE message m SET state = r.state, outcome = r.outcome, lease_until = NULL, throttled_domain = '',
    due_at = coalesce(r.due_at, m.due_at),
    changed_at = CASE m.state WHEN 'UNKNOWN' THEN m.changed_at ELSE p_now END
  FROM unnest(p_ids, p_states, p_outcomes, p_due_at) AS r(id, state, outcome, due_at)
  WHERE m.id = r.id AND (m.state = 'HANDING_OVER' OR (m.state = 'UNKNOWN' AND r.state IN ('SENT', 'FAILED')));
  IF p_taken IS NULL THEN RETURN; END IF;
  -- First the row of who has none yet: it waits for a status that is being committed, which the next statement then sees.
  WITH made AS (
    INSERT INTO sms_delivery (gateway, gateway_id, message_id, state, parts, changed_at)
    SELECT t.gateway, t.gateway_id, t.message_id, 'SENT', t.parts, p_now
    FROM jsonb_to_recordset(p_taken) AS t(message_id uuid, gateway text, gateway_id text, parts smallint)
    ON CONFLICT DO NOTHING RETURNING message_id
  ) SELECT array_agg(message_id) INTO named FROM made;
  IF cardinality(named) = jsonb_array_length(p_taken) THEN RETURN; END IF;
  UPDATE sms_delivery d SET message_id = t.message_id, parts = t.parts
  FROM jsonb_to_recordset(p_taken) AS t(message_id uuid, gateway text, gateway_id text, parts smallint)
  WHERE d.parts IS NULL AND (d.message_id = t.message_id OR (d.gateway, d.gateway_id) = (t.gateway, t.gateway_id)
    AND d.message_id IS NULL AND NOT EXISTS (SELECT FROM sms_delivery o WHERE o.message_id = t.message_id));
END $$;
