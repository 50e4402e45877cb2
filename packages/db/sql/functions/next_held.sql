-- When something that is held and due, and goes by this way (is_carried), may go next by the rate limits; p_now or before: at
-- once. Null: nothing is due. Looks at the limits of those that are due first.
CREATE OR REPLACE FUNCTION next_held(p_now timestamptz, p_rate_limits jsonb, p_carried jsonb DEFAULT NULL) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  WITH allowed AS (
    SELECT r.key AS name, rate_limit_from(s.next_at, r.value::double precision, p_now) AS at
    FROM jsonb_each_text(p_rate_limits -> 'rates') r JOIN rate_limit s ON s.name = r.key
  ), due AS (
    SELECT limit_of_address(p_rate_limits, r.address) AS name FROM (
      SELECT m.recipient_id FROM message m JOIN campaign c ON c.id = m.campaign_id LEFT JOIN sender s ON s.id = c.sender_id
      WHERE is_carried(p_carried, c.channel, s.address) AND m.state = 'HELD' AND m.due_at <= p_now AND c.state IN ('SENDING', 'SENT')
      ORDER BY m.due_at, m.id LIMIT 1000
    ) m JOIN recipient r ON r.id = m.recipient_id
  )
  SELECT min(coalesce(greatest(own.at, overall.at), p_now))
  FROM (SELECT DISTINCT name FROM due) d LEFT JOIN allowed own ON own.name = d.name LEFT JOIN allowed overall ON overall.name = '*'
$$;
