-- Locks up to p_limit messages that may go now, with their recipients: the longest due, whatever their domain.
CREATE OR REPLACE FUNCTION pick_paced(p_campaign uuid, p_limit integer, p_now timestamptz, p_pace jsonb) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
  rates jsonb := p_pace -> 'rates';
  room integer;
  line record;
  candidates uuid[] := '{}';
  missing integer;
  found_here uuid[];
  after_due timestamptz := '-infinity';
  after_id uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  INSERT INTO send_pace (name, next_at)
  SELECT name, '-infinity' FROM jsonb_object_keys(rates) name ORDER BY name ON CONFLICT DO NOTHING;
  -- Other senders wait here, all in one order, until what goes now has been counted.
  PERFORM 1 FROM send_pace s WHERE rates ->> s.name IS NOT NULL ORDER BY s.name FOR UPDATE;
  room := least(p_limit, (
    SELECT paced_room(s.next_at, (rates ->> '*')::double precision, p_now) FROM send_pace s WHERE s.name = '*'
  ));
  IF room < 1 THEN RETURN candidates; END IF;

  FOR line IN
    SELECT s.name, paced_room(s.next_at, (rates ->> s.name)::double precision, p_now) AS room
    FROM send_pace s WHERE rates ->> s.name IS NOT NULL AND s.name <> '*'
  LOOP
    CONTINUE WHEN line.room < 1;
    candidates := candidates || ARRAY(
      SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id
      WHERE m.campaign_id = p_campaign AND m.lane = line.name AND m.state = 'QUEUED' AND m.due_at <= p_now
      ORDER BY m.due_at, m.id LIMIT least(room, line.room)
      FOR UPDATE OF m SKIP LOCKED FOR SHARE OF r
    );
  END LOOP;

  -- What turns out to be for a throttled domain joins its line, once, and is not looked at again here. Where many in a row
  -- do, the next claims go on.
  missing := room;
  FOR turn IN 1 .. 40 LOOP
    WITH seen AS (
      SELECT m.id, m.due_at, coalesce(p_pace -> 'domains' ->> lower(mail_domain(r.address)), '') AS lane
      FROM message m JOIN recipient r ON r.id = m.recipient_id
      WHERE m.campaign_id = p_campaign AND m.lane = '' AND m.state = 'QUEUED' AND m.due_at <= p_now
        AND (m.due_at, m.id) > (after_due, after_id)
      ORDER BY m.due_at, m.id LIMIT CASE WHEN turn = 1 THEN missing ELSE greatest(missing, 50) END
      FOR UPDATE OF m SKIP LOCKED FOR SHARE OF r
    ), sorted AS (
      UPDATE message m SET lane = s.lane FROM seen s WHERE m.id = s.id AND s.lane <> ''
    )
    SELECT (array_agg(id ORDER BY due_at, id) FILTER (WHERE lane = ''))[1:missing],
      max(due_at), (array_agg(id ORDER BY due_at DESC, id DESC))[1]
    INTO found_here, after_due, after_id FROM seen;
    EXIT WHEN after_id IS NULL;
    candidates := candidates || found_here;
    missing := missing - coalesce(cardinality(found_here), 0);
    EXIT WHEN missing < 1;
  END LOOP;
  RETURN ARRAY(SELECT m.id FROM message m WHERE m.id = ANY (candidates) ORDER BY m.due_at, m.id LIMIT room);
END $$;
