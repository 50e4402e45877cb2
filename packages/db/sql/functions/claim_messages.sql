-- The gate and its fence, at hand-over. First the rows are locked: FOR SHARE waits for every opt-out of these recipients
-- that is being committed (record_opt_out takes FOR NO KEY UPDATE). Only then, with a new snapshot, are the suppressions
-- read. So an opt-out either is seen here, or commits after these messages were leased and lists them on its receipt. Both
-- steps must stay two statements of one transaction. Recipients are locked in order of key, as by whatever else locks several (an
-- import, a wish for all addresses of a person): in another each could hold what the other waits for. The plan depends on no value, and making it takes longer than running
-- it: one is kept for each connection.
CREATE OR REPLACE FUNCTION claim_messages(p_campaign uuid, p_limit integer, p_now timestamptz, p_lease_until timestamptz,
  p_rate_limits jsonb DEFAULT NULL)
RETURNS TABLE (message_id uuid, attempts smallint, address text, language text, fields jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  claimed uuid[];
BEGIN
  -- Waits for a pause or a cancellation that is being committed, and holds the next one off until this is committed:
  -- after it no hand-over begins.
  PERFORM 1 FROM campaign c WHERE c.id = p_campaign AND c.state = 'SENDING' FOR SHARE;
  IF NOT FOUND THEN RETURN; END IF;
  IF p_rate_limits IS NULL THEN
    SELECT array_agg(x.id) INTO claimed FROM (
      SELECT m.id FROM message m
      WHERE m.campaign_id = p_campaign AND m.state = 'QUEUED' AND m.due_at <= p_now
      ORDER BY m.throttled_domain, m.due_at, m.id LIMIT p_limit FOR UPDATE SKIP LOCKED
    ) x;
  ELSE
    claimed := pick_within_limits(p_campaign, p_limit, p_now, p_rate_limits);
  END IF;
  IF coalesce(cardinality(claimed), 0) = 0 THEN RETURN; END IF;
  -- By the ids: to PostgreSQL they are a handful, while of those that it picks it guesses a tenth of the campaign.
  PERFORM 1 FROM message m JOIN recipient r ON r.id = m.recipient_id
    WHERE m.id = ANY (claimed) ORDER BY r.address_key FOR SHARE OF r;
  -- Two campaigns at once may each have a message for somebody who wants one: the second waits here, and then counts.
  PERFORM 1 FROM message m JOIN campaign c ON c.id = m.campaign_id
    JOIN recipient_preference p ON p.recipient_id = m.recipient_id AND p.account_id = c.account_id AND p.frequency <> 'EVERY'
    WHERE m.id = ANY (claimed) ORDER BY p.recipient_id FOR NO KEY UPDATE OF p;

  -- Only now: what is read before the recipients are locked may be older than an opt-out that is in force. The way is read in
  -- the same statement as the suppressions: were the list that counts switched between two, the old one would be found empty.
  RETURN QUERY
    WITH way AS MATERIALIZED (
      SELECT * FROM campaign_way w WHERE w.campaign_id = p_campaign
    ), judged AS (
      SELECT m.id, g.address, g.reason, g.until, coalesce(p.language, k.language) AS language, coalesce(k.fields, '{}') AS fields
      FROM way
      CROSS JOIN message m
      LEFT JOIN contact k ON k.id = m.contact_id
      LEFT JOIN recipient_preference p ON p.recipient_id = m.recipient_id AND p.account_id = way.account_id
      CROSS JOIN LATERAL gate(m.recipient_id, k.removed_at IS NOT NULL, m.id, true, p_now,
        way.organisation_id, way.account_id, way.list_id, way.address_book_id, way.topic_id, way.purpose, way.archived, way.short_code) g
      WHERE m.id = ANY (claimed)
    ), written AS (
      UPDATE message m SET
        state = CASE WHEN j.reason IS NULL THEN 'HANDING_OVER' WHEN j.reason = 'FREQUENCY_CAP' THEN 'HELD' ELSE 'STOPPED' END,
        stopped_by = j.reason,
        lease_until = CASE WHEN j.reason IS NULL THEN p_lease_until END,
        due_at = CASE WHEN j.reason = 'FREQUENCY_CAP' THEN j.until ELSE m.due_at END,
        attempts = m.attempts + (j.reason IS NULL)::int,
        throttled_domain = CASE WHEN j.reason IS NULL THEN m.throttled_domain ELSE '' END,
        changed_at = p_now
      FROM judged j WHERE m.id = j.id
      RETURNING m.id, m.state, m.attempts
    )
    SELECT w.id, w.attempts, j.address, j.language, j.fields
    FROM written w JOIN judged j ON j.id = w.id WHERE w.state = 'HANDING_OVER';
  IF p_rate_limits IS NOT NULL THEN PERFORM count_against_limits(claimed, p_now, p_rate_limits); END IF;
END $$;
