import { Migration } from '@mikro-orm/migrations';

/** Widening, archiving and deleting, linked addresses, and messages that went through no book. */
export class Scopes012 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE organisation ADD COLUMN widening text NOT NULL DEFAULT 'NONE'
        CHECK (widening IN ('NONE', 'ACCOUNT', 'ORGANISATION'));
      COMMENT ON COLUMN organisation.widening IS 'How far an opt-out of a topic or marketing book counts (F9, D6); applied as it is recorded';

      ALTER TABLE account ADD COLUMN archived_at timestamptz, ADD COLUMN deleted_at timestamptz,
        ADD CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL);
      ALTER TABLE topic ADD COLUMN deleted_at timestamptz,
        ADD CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL);
      ALTER TABLE address_book ADD COLUMN deleted_at timestamptz,
        ADD CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL);

      ALTER TABLE contact ADD COLUMN linked_recipient_id uuid REFERENCES recipient;
      COMMENT ON COLUMN contact.linked_recipient_id IS 'The same person on another channel; a wish to stop on all channels goes there too';
      CREATE INDEX contact_linked ON contact (linked_recipient_id) WHERE linked_recipient_id IS NOT NULL;

      ALTER TABLE opt_out_request
        ADD COLUMN requested_scope_kind text CHECK (requested_scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
        ADD COLUMN requested_scope_id uuid,
        ADD COLUMN attribution text CHECK (attribution IN ('BOOK', 'FILTERED', 'BY_HAND')),
        ADD COLUMN all_channels boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN opt_out_request.requested_scope_id IS 'What was asked for, before it was widened; null where nobody kept it';
      COMMENT ON COLUMN opt_out_request.attribution IS 'How the message came whose link was used (B6); null where there was none';

      ALTER TABLE campaign
        ADD COLUMN attribution text NOT NULL DEFAULT 'BOOK' CHECK (attribution IN ('BOOK', 'FILTERED', 'BY_HAND')),
        ADD COLUMN purpose text CHECK (purpose IN ('MARKETING', 'TRANSACTIONAL')),
        ALTER COLUMN address_book_id DROP NOT NULL,
        ADD CONSTRAINT by_hand_has_no_book CHECK (CASE WHEN attribution = 'BY_HAND'
          THEN address_book_id IS NULL AND topic_id IS NULL AND purpose IS NOT NULL
          ELSE address_book_id IS NOT NULL AND purpose IS NULL END);
      COMMENT ON COLUMN campaign.purpose IS 'Of a campaign by hand; the others have that of their book';
      CREATE TABLE campaign_recipient (
        campaign_id uuid NOT NULL REFERENCES campaign,
        recipient_id uuid NOT NULL REFERENCES recipient,
        PRIMARY KEY (campaign_id, recipient_id)
      );
      COMMENT ON TABLE campaign_recipient IS 'Whom a campaign by hand names, until it is released';
      ALTER TABLE message ALTER COLUMN contact_id DROP NOT NULL;
    `);
    this.addSql(`
      -- As before (005, 008: both steps stay two statements, the plan is kept), and for messages without a book or contact.
      -- What was archived or deleted since the release is not sent any more.
      CREATE OR REPLACE FUNCTION claim_messages(p_campaign uuid, p_limit integer, p_now timestamptz, p_lease_until timestamptz)
      RETURNS TABLE (message_id uuid, attempts smallint, address text, language text, fields jsonb)
      LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
      DECLARE
        claimed uuid[];
      BEGIN
        SELECT array_agg(x.id) INTO claimed FROM (
          SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id
          WHERE m.campaign_id = p_campaign AND m.state = 'QUEUED' AND m.due_at <= p_now
          ORDER BY m.id LIMIT p_limit
          FOR UPDATE OF m SKIP LOCKED FOR SHARE OF r
        ) x;

        RETURN QUERY
          WITH judged AS (
            SELECT m.id, r.address, k.language, coalesce(k.fields, '{}') AS fields,
              CASE WHEN k.removed_at IS NOT NULL OR r.address IS NULL THEN 'CONTACT_REMOVED'
                WHEN coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL THEN 'ARCHIVED'
                ELSE (
                SELECT s.state FROM covering_suppressions(r.address_key,
                  CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END, r.channel, coalesce(b.purpose, c.purpose),
                  a.organisation_id, a.id, b.id, c.topic_id) s
                ORDER BY s.state = 'PAUSED', s.since LIMIT 1
              ) END AS stopped
            FROM message m
            JOIN recipient r ON r.id = m.recipient_id
            JOIN campaign c ON c.id = m.campaign_id
            JOIN account a ON a.id = c.account_id
            LEFT JOIN contact k ON k.id = m.contact_id
            LEFT JOIN address_book b ON b.id = c.address_book_id
            LEFT JOIN topic t ON t.id = c.topic_id
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
      COMMENT ON COLUMN message.outcome IS 'Why it was stopped (PAUSED, OPTED_OUT, CONTACT_REMOVED, ARCHIVED) or what the mail server said';

      -- Through which book, if any, an address was written to last (A8). Looks into each campaign of the organisation by
      -- its unique key, so that a send needs no further index.
      CREATE FUNCTION latest_send(p_organisation uuid, p_channel text, p_address_key bytea)
      RETURNS TABLE (message_id uuid, campaign_id uuid, account_id uuid, address_book_id uuid, attribution text, at timestamptz)
      LANGUAGE sql STABLE AS $$
        SELECT m.id, c.id, c.account_id, c.address_book_id, c.attribution, m.changed_at
        FROM recipient r
        JOIN campaign c ON c.organisation_id = r.organisation_id
        JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id
        WHERE r.organisation_id = p_organisation AND r.channel = p_channel AND r.address_key = p_address_key
          AND m.state IN ('SENT', 'UNKNOWN', 'HANDING_OVER')
        ORDER BY m.changed_at DESC, m.id DESC LIMIT 1
      $$;
    `);
  }
}
