import { Migration } from '@mikro-orm/migrations';

/** Campaigns and the one message of each for each recipient. */
export class Campaign005 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE campaign (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        account_id uuid NOT NULL REFERENCES account,
        address_book_id uuid NOT NULL REFERENCES address_book,
        topic_id uuid REFERENCES topic,
        name text NOT NULL CHECK (name <> ''),
        subject jsonb NOT NULL,
        mjml jsonb NOT NULL,
        state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SENDING', 'SENT', 'CANCELLED')),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        released_at timestamptz,
        finished_at timestamptz
      );
      CREATE INDEX campaign_organisation ON campaign (organisation_id, id);

      CREATE TABLE message (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        campaign_id uuid NOT NULL REFERENCES campaign,
        recipient_id uuid NOT NULL REFERENCES recipient,
        contact_id uuid NOT NULL REFERENCES contact,
        state text NOT NULL DEFAULT 'QUEUED'
          CHECK (state IN ('QUEUED', 'HANDING_OVER', 'SENT', 'STOPPED', 'FAILED', 'UNKNOWN')),
        attempts smallint NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL,
        lease_until timestamptz,
        changed_at timestamptz NOT NULL,
        outcome text,
        UNIQUE (campaign_id, recipient_id)
      ) WITH (fillfactor = 70);
      COMMENT ON COLUMN message.outcome IS 'Why it was stopped (PAUSED, OPTED_OUT, CONTACT_REMOVED) or what the mail server said';
      CREATE INDEX message_open ON message (campaign_id, id) WHERE state IN ('QUEUED', 'HANDING_OVER');
      CREATE INDEX message_recipient ON message (recipient_id) WHERE state = 'HANDING_OVER';
    `);
    this.addSql(`
      -- Which suppressions cover a message (domain: covers). One function for the hand-over and for mayContact.
      CREATE FUNCTION covering_suppressions(
        p_address_key bytea, p_list uuid, p_channel text, p_purpose text,
        p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid
      ) RETURNS SETOF suppression LANGUAGE sql STABLE AS $$
        SELECT s.* FROM suppression s
        WHERE s.address_key = p_address_key AND s.list_id = p_list AND s.channel = p_channel
          AND p_purpose <> 'TRANSACTIONAL'
          AND CASE s.scope_kind
                WHEN 'TOPIC' THEN s.scope_id = p_topic
                WHEN 'BOOK' THEN s.scope_id = p_book
                WHEN 'ACCOUNT' THEN p_purpose = 'MARKETING' AND s.scope_id = p_account
                ELSE p_purpose = 'MARKETING' AND s.scope_id = p_organisation
              END
      $$;

      -- The gate and its fence, at hand-over. First the rows are locked: FOR SHARE waits for every opt-out of these
      -- recipients that is being committed (record_opt_out takes FOR NO KEY UPDATE). Only then, with a new snapshot,
      -- are the suppressions read. So an opt-out either is seen here, or commits after these messages were leased and
      -- lists them on its receipt. Both steps must stay two statements of one transaction.
      CREATE FUNCTION claim_messages(p_campaign uuid, p_limit integer, p_now timestamptz, p_lease_until timestamptz)
      RETURNS TABLE (message_id uuid, attempts smallint, address text, language text, fields jsonb)
      LANGUAGE plpgsql AS $$
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
            SELECT m.id, r.address, k.language, k.fields,
              CASE WHEN k.removed_at IS NOT NULL OR r.address IS NULL THEN 'CONTACT_REMOVED' ELSE (
                SELECT s.state FROM covering_suppressions(r.address_key,
                  CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END, r.channel, b.purpose,
                  a.organisation_id, a.id, b.id, c.topic_id) s
                ORDER BY s.state = 'PAUSED', s.since LIMIT 1
              ) END AS stopped
            FROM message m
            JOIN recipient r ON r.id = m.recipient_id
            JOIN contact k ON k.id = m.contact_id
            JOIN campaign c ON c.id = m.campaign_id
            JOIN address_book b ON b.id = c.address_book_id
            JOIN account a ON a.id = c.account_id
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
    `);
  }
}
