import { Migration } from '@mikro-orm/migrations';

/** Every spam report is kept against its message, also of somebody whose opt-out stood already (F5, W-14). */
export class Complaints060 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE complaint (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        account_id uuid REFERENCES account,
        campaign_id uuid,
        message_id uuid UNIQUE,
        recipient_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CHECK ((campaign_id IS NULL) = (message_id IS NULL))
      );
      COMMENT ON TABLE complaint IS 'Once for each message; where it names none, once for each recipient, account and day';
      CREATE UNIQUE INDEX complaint_by_address ON complaint (recipient_id, account_id, ((at AT TIME ZONE 'UTC')::date))
        NULLS NOT DISTINCT WHERE message_id IS NULL;
      CREATE INDEX complaint_campaign ON complaint (campaign_id, at) WHERE campaign_id IS NOT NULL;
      CREATE INDEX complaint_account ON complaint (account_id, at) WHERE campaign_id IS NULL;

      INSERT INTO complaint (organisation_id, account_id, campaign_id, message_id, recipient_id, at)
      SELECT q.organisation_id, q.account_id, q.campaign_id, q.message_id, q.recipient_id,
        coalesce(e.at, q.received_at)
      FROM opt_out_request q LEFT JOIN LATERAL (
        SELECT min(e.at) AS at FROM ledger_event e WHERE e.request_id = q.id AND e.method = 'SPAM_REPORT'
      ) e ON true
      WHERE (q.method = 'SPAM_REPORT' OR e.at IS NOT NULL) AND (q.campaign_id IS NULL) = (q.message_id IS NULL)
      ON CONFLICT DO NOTHING;
    `);
  }
}
