-- Locks up to p_limit messages that may go now: the longest due, whatever their domain. The caller
-- locks their recipients.
CREATE OR REPLACE FUNCTION pick_within_limits(p_campaign uuid, p_limit integer, p_now timestamptz, p_rate_limits jsonb) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
  rooms jsonb;
  room integer;
  throttled record;
  candidates uuid[] := '{}';
  missing integer;
  found_here uuid[];
  after_due timestamptz := '-infinity';
  after_id uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  rooms := lock_rate_limits(p_rate_limits, p_now);
  room := least(p_limit, (rooms ->> '*')::integer);
  IF room < 1 THEN RETURN candidates; END IF;

  FOR throttled IN
    SELECT r.key AS name, r.value::integer AS room FROM jsonb_each_text(rooms) r WHERE r.key <> '*'
  LOOP
    CONTINUE WHEN throttled.room < 1;
    candidates := candidates || ARRAY(
      SELECT m.id FROM message m
      WHERE m.campaign_id = p_campaign AND m.throttled_domain = throttled.name AND m.state = 'QUEUED' AND m.due_at <= p_now
      ORDER BY m.due_at, m.id LIMIT least(room, throttled.room)
      FOR UPDATE SKIP LOCKED
    );
  END LOOP;

  -- What turns out to be for a throttled domain is noted as such, once, and not looked at again here. Where many in a row
  -- do, the next claims go on.
  missing := room;
  FOR turn IN 1 .. 40 LOOP
    WITH seen AS (
      SELECT m.id, m.due_at, limit_of_address(p_rate_limits, r.address) AS throttled_domain
      FROM message m JOIN recipient r ON r.id = m.recipient_id
      WHERE m.campaign_id = p_campaign AND m.throttled_domain = '' AND m.state = 'QUEUED' AND m.due_at <= p_now
        AND (m.due_at, m.id) > (after_due, after_id)
      ORDER BY m.due_at, m.id LIMIT CASE WHEN turn = 1 THEN missing ELSE greatest(missing, 50) END
      FOR UPDATE OF m SKIP LOCKED
    ), sorted AS (
      UPDATE message m SET throttled_domain = s.throttled_domain FROM seen s WHERE m.id = s.id AND s.throttled_domain <> ''
    )
    SELECT (array_agg(id ORDER BY due_at, id) FILTER (WHERE throttled_domain = ''))[1:missing],
      max(due_at), (array_agg(id ORDER BY due_at DESC, id DESC))[1]
    INTO found_here, after_due, after_id FROM seen;
    EXIT WHEN after_id IS NULL;
    candidates := candidates || found_here;
    missing := missing - coalesce(cardinality(found_here), 0);
    EXIT WHEN missing < 1;
  END LOOP;
  RETURN ARRAY(SELECT m.id FROM message m WHERE m.id = ANY (candidates) ORDER BY m.due_at, m.id LIMIT room);
END $$;
