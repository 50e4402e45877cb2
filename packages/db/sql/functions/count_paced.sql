-- Counts what goes. What the gate stopped costs nothing.
CREATE OR REPLACE FUNCTION count_paced(p_claimed uuid[], p_now timestamptz, p_pace jsonb) RETURNS void
LANGUAGE sql AS $$
  WITH gone AS (
    SELECT CASE WHEN grouping(m.lane) = 1 THEN '*' ELSE m.lane END AS name, count(*) AS n
    FROM message m WHERE m.id = ANY (p_claimed) AND m.state = 'HANDING_OVER' GROUP BY GROUPING SETS ((), (m.lane))
  ), counted AS (
    SELECT r.key AS name, r.value::double precision AS rate, gone.n
    FROM gone JOIN jsonb_each_text(p_pace -> 'rates') r ON r.key = gone.name
  )
  UPDATE send_pace s SET next_at = paced_from(s.next_at, c.rate, p_now) + c.n::double precision / c.rate * interval '1 second'
  FROM counted c WHERE s.name = c.name AND c.n > 0
$$;
