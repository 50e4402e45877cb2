import { Migration } from '@mikro-orm/migrations';

/** What reports of campaigns read, the figures that trends are made of, and the warnings (F3, F5, W-14). */
export class Reports059 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE INDEX opt_out_request_campaign ON opt_out_request (campaign_id, received_at) WHERE campaign_id IS NOT NULL;
      CREATE INDEX machine_signal_bounce ON machine_signal (message_id) WHERE kind = 'BOUNCE';

      CREATE TABLE campaign_figures (
        campaign_id uuid PRIMARY KEY REFERENCES campaign ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account,
        released_at timestamptz NOT NULL,
        sent integer NOT NULL CHECK (sent >= 0),
        opt_outs integer NOT NULL CHECK (opt_outs >= 0),
        complaints integer NOT NULL CHECK (complaints >= 0),
        bounced integer NOT NULL CHECK (bounced >= 0),
        counted_at timestamptz NOT NULL
      );
      COMMENT ON TABLE campaign_figures IS 'Counted again and again while a campaign is young: trends must not read every message';
      CREATE INDEX campaign_figures_account ON campaign_figures (account_id, released_at);
      CREATE INDEX campaign_released ON campaign (released_at) WHERE released_at IS NOT NULL;

      CREATE TABLE campaign_warning (
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('OPT_OUT_RATE', 'OPT_OUT_UNUSUAL', 'COMPLAINT_RATE')),
        raised_at timestamptz NOT NULL,
        sent integer NOT NULL,
        counted integer NOT NULL,
        usual double precision,
        PRIMARY KEY (campaign_id, kind)
      );
      COMMENT ON TABLE campaign_warning IS 'Once for each campaign and kind, with the figures of that moment';

      CREATE TABLE campaign_warning_mail (
        campaign_id uuid NOT NULL,
        kind text NOT NULL,
        admin_person_id uuid NOT NULL REFERENCES admin_person ON DELETE CASCADE,
        claimed_at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (campaign_id, kind, admin_person_id),
        FOREIGN KEY (campaign_id, kind) REFERENCES campaign_warning ON DELETE CASCADE
      );
    `);
  }
}
