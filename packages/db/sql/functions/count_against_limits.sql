-- Counts what goes. What the gate stopped costs nothing.
CREATE OR REPLACE FUNCTION count_against_limits(p_claimed uuid[], p_now timestamptz, p_rate_limits jsonb) RETURNS void
LANGUAGE sql AS $$
  WITH gone AS (
    SELECT CASE WHEN grouping(m.throttled_domain) = 1 THEN '*' ELSE m.throttled_domain END AS name, count(*) AS n
    FROM message m WHERE m.id = ANY (p_claimed) AND m.state = 'HANDING_OVER' GROUP BY GROUPING SETS ((), (m.throttled_domain))
  ), counted AS (
    SELECT r.key AS name, r.value::double precision AS rate, gone.n
    FROM gone JOIN jsonb_each_text(p_rate_limits -> 'rates') r ON r.key = gone.name
  )
  UPDATE rate_limit s SET next_at = rate_limit_from(s.next_at, c.rate, p_now) + c.n::double precision / c.rate * interval '1 second'
  FROM counted c WHERE s.name = c.name AND c.n > 0
$$;
