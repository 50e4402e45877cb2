import { Migration } from '@mikro-orm/migrations';

/**
 * The gate takes no more than the pace allows: what may not go yet is not leased. p_pace is null where nothing is throttled;
 * else {"rates": {"*" or line: per second}, "domains": {domain: line}}.
 */
export class PacedClaim066 extends Migration {
  override up(): void {
    this.addSql(`
      -- Locks up to p_limit messages that may go now, with their recipients: the longest due, whatever their domain.
      CREATE FUNCTION pick_paced(p_campaign uuid, p_limit integer, p_now timestamptz, p_pace jsonb) RETURNS uuid[]
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

      -- Counts what goes. What the gate stopped costs nothing.
      CREATE FUNCTION count_paced(p_claimed uuid[], p_now timestamptz, p_pace jsonb) RETURNS void
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

      -- When something of a campaign may go next; p_now or before: at once. Null: nothing waits, or it is not being sent.
      CREATE FUNCTION next_paced(p_campaign uuid, p_now timestamptz, p_pace jsonb) RETURNS timestamptz
      LANGUAGE sql STABLE AS $$
        WITH line AS (
          SELECT r.key AS name, paced_from(s.next_at, r.value::double precision, p_now) AS at
          FROM jsonb_each_text(p_pace -> 'rates') r JOIN send_pace s ON s.name = r.key
        )
        SELECT min(greatest(l.at, overall.at, first.due_at))
        FROM (SELECT name, at FROM line WHERE name <> '*' UNION ALL SELECT '', '-infinity') l
          CROSS JOIN LATERAL (
            SELECT m.due_at FROM message m WHERE m.campaign_id = p_campaign AND m.lane = l.name AND m.state = 'QUEUED'
            ORDER BY m.due_at LIMIT 1
          ) first
          LEFT JOIN line overall ON overall.name = '*'
        WHERE EXISTS (SELECT 1 FROM campaign c WHERE c.id = p_campaign AND c.state = 'SENDING')
      $$;
    `);
    this.addSql(`
      DROP FUNCTION claim_messages(uuid, integer, timestamptz, timestamptz);
      CREATE FUNCTION claim_messages(p_campaign uuid, p_limit integer, p_now timestamptz, p_lease_until timestamptz,
        p_pace jsonb DEFAULT NULL)
      RETURNS TABLE (message_id uuid, attempts smallint, address text, language text, fields jsonb)
      LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
      DECLARE
        claimed uuid[];
      BEGIN
        -- Waits for a pause or a cancellation that is being committed, and holds the next one off until this is committed:
        -- after it no hand-over begins.
        PERFORM 1 FROM campaign c WHERE c.id = p_campaign AND c.state = 'SENDING' FOR SHARE;
        IF NOT FOUND THEN RETURN; END IF;
        IF p_pace IS NULL THEN
          SELECT array_agg(x.id) INTO claimed FROM (
            SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id
            WHERE m.campaign_id = p_campaign AND m.state = 'QUEUED' AND m.due_at <= p_now
            ORDER BY m.lane, m.due_at, m.id LIMIT p_limit
            FOR UPDATE OF m SKIP LOCKED FOR SHARE OF r
          ) x;
        ELSE
          claimed := pick_paced(p_campaign, p_limit, p_now, p_pace);
        END IF;
        -- Two campaigns at once may each have a message for somebody who wants one: the second waits here, and then counts.
        PERFORM 1 FROM message m JOIN campaign c ON c.id = m.campaign_id
          JOIN recipient_preference p ON p.recipient_id = m.recipient_id AND p.account_id = c.account_id AND p.frequency <> 'EVERY'
          WHERE m.id = ANY (claimed) ORDER BY p.recipient_id FOR NO KEY UPDATE OF p;

        RETURN QUERY
          WITH judged AS (
            SELECT m.id, r.address, coalesce(p.language, k.language) AS language, coalesce(k.fields, '{}') AS fields,
              CASE WHEN k.removed_at IS NOT NULL OR r.address IS NULL THEN 'CONTACT_REMOVED'
                WHEN coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL THEN 'ARCHIVED'
                ELSE coalesce((
                SELECT s.state FROM covering_suppressions(r.address_key,
                  CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END, r.channel, coalesce(b.purpose, c.purpose),
                  a.organisation_id, a.id, b.id, c.topic_id) s
                ORDER BY s.state = 'PAUSED', s.since LIMIT 1
              ), CASE WHEN p.recipient_id IS NOT NULL AND coalesce(b.purpose, c.purpose) = 'MARKETING' THEN
                CASE WHEN p.snoozed_until > p_now THEN 'SNOOZED'
                  WHEN p.frequency <> 'EVERY' AND period_is_used_up(r.id, a.id, p.frequency, m.id, p_now) THEN 'FREQUENCY_CAP'
                END END) END AS stopped
            FROM message m
            JOIN recipient r ON r.id = m.recipient_id
            JOIN campaign c ON c.id = m.campaign_id
            JOIN account a ON a.id = c.account_id
            LEFT JOIN contact k ON k.id = m.contact_id
            LEFT JOIN address_book b ON b.id = c.address_book_id
            LEFT JOIN topic t ON t.id = c.topic_id
            LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
            WHERE m.id = ANY (claimed)
          ), written AS (
            UPDATE message m SET
              state = CASE WHEN j.stopped IS NULL THEN 'HANDING_OVER' ELSE 'STOPPED' END,
              lease_until = CASE WHEN j.stopped IS NULL THEN p_lease_until END,
              attempts = m.attempts + (j.stopped IS NULL)::int,
              outcome = j.stopped,
              lane = CASE WHEN j.stopped IS NULL THEN m.lane ELSE '' END,
              changed_at = p_now
            FROM judged j WHERE m.id = j.id
            RETURNING m.id, m.state, m.attempts
          )
          SELECT w.id, w.attempts, j.address, j.language, j.fields
          FROM written w JOIN judged j ON j.id = w.id WHERE w.state = 'HANDING_OVER';
        IF p_pace IS NOT NULL THEN PERFORM count_paced(claimed, p_now, p_pace); END IF;
      END $$;
    `);
  }
}
