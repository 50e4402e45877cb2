-- When something of a campaign may go next; p_now or before: at once. Null: nothing waits, or it is not being sent.
CREATE OR REPLACE FUNCTION next_within_limits(p_campaign uuid, p_now timestamptz, p_rate_limits jsonb) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  WITH allowed AS (
    SELECT r.key AS name, rate_limit_from(s.next_at, r.value::double precision, p_now) AS at
    FROM jsonb_each_text(p_rate_limits -> 'rates') r JOIN rate_limit s ON s.name = r.key
  )
  SELECT min(greatest(l.at, overall.at, first.due_at))
  FROM (SELECT name, at FROM allowed WHERE name <> '*' UNION ALL SELECT '', '-infinity') l
    CROSS JOIN LATERAL (
      SELECT m.due_at FROM message m WHERE m.campaign_id = p_campaign AND m.throttled_domain = l.name AND m.state = 'QUEUED'
      ORDER BY m.due_at LIMIT 1
    ) first
    LEFT JOIN allowed overall ON overall.name = '*'
  WHERE EXISTS (SELECT 1 FROM campaign c WHERE c.id = p_campaign AND c.state = 'SENDING')
$$;
