-- The gate and its fence for what was held, by the rules of claim_messages: rows are locked first, in the order campaign,
-- message and recipient, preference; with a new snapshot they are judged.
-- Leases what was held for up to p_limit recipients and may go now, stops what may not, and puts off what still exceeds a
-- frequency or meets a pause. Of each recipient and account at most one book's, all of it: that is one mail, and counts as
-- one for the rate limits (p_rate_limits, as in claim_messages). Where a limit has no room, what others have goes before.
-- p_carried: of what goes by this way alone (is_carried), as each takes a number of its own at once.
CREATE OR REPLACE FUNCTION claim_held(
  p_limit integer, p_now timestamptz, p_lease_until timestamptz, p_rate_limits jsonb DEFAULT NULL, p_carried jsonb DEFAULT NULL)
RETURNS TABLE (message_id uuid, campaign_id uuid, carried_by uuid, attempts smallint, address text, language text, fields jsonb)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  recipients uuid[];
  accounts uuid[];
  books uuid[];
  campaigns uuid[];
  claimed uuid[];
  rooms jsonb := '{}';
BEGIN
  IF p_rate_limits IS NOT NULL THEN rooms := lock_rate_limits(p_rate_limits, p_now); END IF;
  SELECT array_agg(g.recipient_id), array_agg(g.account_id), array_agg(g.address_book_id)
  INTO recipients, accounts, books FROM (
    SELECT n.* FROM (
      SELECT f.*, row_number() OVER (PARTITION BY f.throttled_domain ORDER BY f.id) AS nth FROM (
        SELECT DISTINCT ON (d.recipient_id, d.account_id) d.* FROM (
          SELECT m.id, m.recipient_id, c.account_id, c.address_book_id, l.throttled_domain
          FROM message m JOIN campaign c ON c.id = m.campaign_id JOIN recipient r ON r.id = m.recipient_id
          LEFT JOIN sender s ON s.id = c.sender_id
          CROSS JOIN LATERAL (SELECT limit_of_address(p_rate_limits, r.address) AS throttled_domain) l
          WHERE m.state = 'HELD' AND m.due_at <= p_now AND c.state IN ('SENDING', 'SENT')
            AND is_carried(p_carried, c.channel, s.address)
            AND (rooms ->> l.throttled_domain IS NULL OR (rooms ->> l.throttled_domain)::integer > 0)
          ORDER BY m.due_at, m.id LIMIT p_limit
        ) d ORDER BY d.recipient_id, d.account_id, d.id
      ) f
    ) n WHERE rooms ->> n.throttled_domain IS NULL OR n.nth <= (rooms ->> n.throttled_domain)::integer
    ORDER BY n.id LIMIT (rooms ->> '*')::integer
  ) g;
  IF recipients IS NULL THEN RETURN; END IF;

  -- Waits for a pause or a cancellation that is being committed, and holds the next one off.
  SELECT array_agg(x.id) INTO campaigns FROM (
    SELECT c.id FROM campaign c WHERE c.state IN ('SENDING', 'SENT') AND c.id IN (
      SELECT m.campaign_id FROM message m WHERE m.state = 'HELD' AND m.recipient_id = ANY (recipients))
    ORDER BY c.id FOR SHARE
  ) x;
  SELECT array_agg(x.id) INTO claimed FROM (
    SELECT m.id FROM unnest(recipients, accounts, books) AS g(recipient_id, account_id, address_book_id)
    JOIN message m ON m.recipient_id = g.recipient_id AND m.state = 'HELD' AND m.campaign_id = ANY (campaigns)
    JOIN campaign c ON c.id = m.campaign_id AND c.account_id = g.account_id
      AND c.address_book_id IS NOT DISTINCT FROM g.address_book_id
    ORDER BY m.id FOR UPDATE OF m SKIP LOCKED
  ) x;
  PERFORM 1 FROM message m JOIN recipient r ON r.id = m.recipient_id
    WHERE m.id = ANY (claimed) ORDER BY r.address_key FOR SHARE OF r;
  PERFORM 1 FROM recipient_preference p
    WHERE (p.recipient_id, p.account_id) IN (SELECT g.r, g.a FROM unnest(recipients, accounts) AS g(r, a))
    ORDER BY p.recipient_id, p.account_id FOR NO KEY UPDATE OF p;

  RETURN QUERY
    WITH judged AS (
      SELECT m.id, m.recipient_id, w.campaign_id, w.account_id, g.address, g.reason, g.until,
        coalesce(p.language, k.language) AS language, coalesce(k.fields, '{}') AS fields,
        CASE WHEN g.reason IS NULL THEN 'HANDING_OVER' WHEN g.reason IN ('SNOOZED', 'FREQUENCY_CAP') THEN 'HELD'
          ELSE 'STOPPED' END AS becomes
      FROM message m
      JOIN campaign_way w ON w.campaign_id = m.campaign_id
      LEFT JOIN contact k ON k.id = m.contact_id
      LEFT JOIN recipient_preference p ON p.recipient_id = m.recipient_id AND p.account_id = w.account_id
      -- Not in line behind others: what is held goes together.
      CROSS JOIN LATERAL gate(m.recipient_id, k.removed_at IS NOT NULL, m.id, false, p_now,
        w.organisation_id, w.account_id, w.list_id, w.address_book_id, w.topic_id, w.purpose, w.archived, w.short_code) g
      WHERE m.id = ANY (claimed)
    ), carried AS (
      SELECT j.id, first_value(j.id) OVER (PARTITION BY j.recipient_id, j.account_id ORDER BY j.id DESC) AS carrier
      FROM judged j WHERE j.becomes = 'HANDING_OVER'
    ), written AS (
      UPDATE message m SET
        state = j.becomes,
        lease_until = CASE WHEN j.becomes = 'HANDING_OVER' THEN p_lease_until END,
        attempts = m.attempts + (j.becomes = 'HANDING_OVER')::int,
        stopped_by = j.reason,
        due_at = CASE WHEN j.becomes = 'HELD' THEN j.until ELSE m.due_at END,
        throttled_domain = CASE WHEN j.becomes = 'HANDING_OVER'
          THEN limit_of_address(p_rate_limits, j.address) ELSE '' END,
        carried_by = (SELECT w.carrier FROM carried w WHERE w.id = m.id),
        changed_at = p_now
      FROM judged j WHERE m.id = j.id
      RETURNING m.id, m.state, m.attempts, m.carried_by
    )
    SELECT w.id, j.campaign_id, w.carried_by, w.attempts, j.address, j.language, j.fields
    FROM written w JOIN judged j ON j.id = w.id WHERE w.state = 'HANDING_OVER' ORDER BY w.carried_by, w.id;
  IF p_rate_limits IS NOT NULL THEN
    PERFORM count_against_limits(
      ARRAY(SELECT m.id FROM message m WHERE m.id = ANY (claimed) AND m.carried_by = m.id), p_now, p_rate_limits);
  END IF;
END $$;
