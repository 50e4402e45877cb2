import { Migration } from '@mikro-orm/migrations';

/** A campaign may be held, go on and be ended while it is sent: the gate lets nothing through that is not being sent. */
export class CampaignChanges057 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE campaign DROP CONSTRAINT campaign_state_check;
      ALTER TABLE campaign ADD CONSTRAINT campaign_state_check
        CHECK (state IN ('DRAFT', 'SENDING', 'PAUSED', 'SENT', 'CANCELLED'));
      ALTER TABLE campaign ADD COLUMN changed_at timestamptz, ADD COLUMN changed_by text;
      COMMENT ON COLUMN campaign.changed_by IS 'The key by which it was paused, resumed or cancelled last';

      CREATE OR REPLACE FUNCTION claim_messages(p_campaign uuid, p_limit integer, p_now timestamptz, p_lease_until timestamptz)
      RETURNS TABLE (message_id uuid, attempts smallint, address text, language text, fields jsonb)
      LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
      DECLARE
        claimed uuid[];
      BEGIN
        -- Waits for a pause or a cancellation that is being committed, and holds the next one off until this is committed:
        -- after it no hand-over begins.
        PERFORM 1 FROM campaign c WHERE c.id = p_campaign AND c.state = 'SENDING' FOR SHARE;
        IF NOT FOUND THEN RETURN; END IF;
        SELECT array_agg(x.id) INTO claimed FROM (
          SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id
          WHERE m.campaign_id = p_campaign AND m.state = 'QUEUED' AND m.due_at <= p_now
          ORDER BY m.id LIMIT p_limit
          FOR UPDATE OF m SKIP LOCKED FOR SHARE OF r
        ) x;
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
              changed_at = p_now
            FROM judged j WHERE m.id = j.id
            RETURNING m.id, m.state, m.attempts
          )
          SELECT w.id, w.attempts, j.address, j.language, j.fields
          FROM written w JOIN judged j ON j.id = w.id WHERE w.state = 'HANDING_OVER';
      END $$;
      COMMENT ON COLUMN message.outcome IS
        'Why it was stopped (PAUSED, OPTED_OUT, SNOOZED, FREQUENCY_CAP, CONTACT_REMOVED, ARCHIVED, CANCELLED) or what the mail server said';
    `);
  }
}
