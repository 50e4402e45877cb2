import { Migration } from '@mikro-orm/migrations';

/** What machines do: bursts of goodbyes, and signals that are no wish. */
export class Machines015 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE FUNCTION mail_domain(p_address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN split_part(p_address, '@', -1);

      CREATE TABLE campaign_domain (
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        mail_domain text NOT NULL,
        burst_from integer NOT NULL CHECK (burst_from > 1),
        early_leavers integer NOT NULL DEFAULT 0,
        counted_until timestamptz NOT NULL DEFAULT '-infinity',
        quarantine_id uuid,
        PRIMARY KEY (campaign_id, mail_domain)
      );
      COMMENT ON TABLE campaign_domain IS 'Domains with enough recipients in a campaign to make a burst (domain: burstFrom, countEarlyLeaver)';
      ALTER TABLE message ADD COLUMN left_early_at timestamptz;
      COMMENT ON COLUMN message.left_early_at IS 'Its recipient left within seconds of its hand-over; each is counted once';

      CREATE TABLE quarantine (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        campaign_id uuid NOT NULL REFERENCES campaign,
        mail_domain text NOT NULL,
        opened_at timestamptz NOT NULL
      );
      COMMENT ON TABLE quarantine IS 'A burst: requests of one domain in one campaign that may be a robot''s';
      CREATE INDEX quarantine_organisation ON quarantine (organisation_id, id);
      ALTER TABLE opt_out_request
        ADD COLUMN suspicion text CHECK (suspicion IN ('BURST')),
        ADD COLUMN quarantine_id uuid REFERENCES quarantine,
        ADD CHECK ((suspicion IS NULL) = (quarantine_id IS NULL));
      CREATE INDEX opt_out_request_quarantine ON opt_out_request (quarantine_id, id) WHERE quarantine_id IS NOT NULL;

      CREATE TABLE machine_signal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        recipient_id uuid NOT NULL REFERENCES recipient,
        message_id uuid REFERENCES message,
        kind text NOT NULL CHECK (kind IN ('BOUNCE', 'INACTIVITY', 'LINK_SCANNER', 'AUTO_REPLY')),
        at timestamptz NOT NULL,
        sha256 bytea NOT NULL CHECK (length(sha256) = 32),
        detail jsonb NOT NULL DEFAULT '{}',
        request_id uuid REFERENCES opt_out_request,
        UNIQUE (recipient_id, kind, sha256)
      );
      COMMENT ON TABLE machine_signal IS 'No wish: opens nothing until an admin says so. Kept as long as evidence';
      COMMENT ON COLUMN machine_signal.request_id IS 'The request that an admin made of it';
      CREATE INDEX machine_signal_list ON machine_signal (organisation_id, id);
      CREATE INDEX machine_signal_age ON machine_signal (organisation_id, at);
    `);
  }
}
