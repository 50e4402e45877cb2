import { Migration } from '@mikro-orm/migrations';

/** Mails of a campaign that its author asked for to look at. They are no messages: nothing counts them. */
export class TestMail067 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE test_mail (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        recipient_id uuid NOT NULL REFERENCES recipient ON DELETE CASCADE,
        contact_id uuid REFERENCES contact ON DELETE SET NULL,
        language text CHECK (language IN ('sv', 'cs', 'de', 'da', 'en')),
        asked_at timestamptz NOT NULL,
        asked_by text NOT NULL,
        ended_at timestamptz,
        outcome text,
        CONSTRAINT an_outcome_is_of_an_end CHECK ((ended_at IS NULL) = (outcome IS NULL))
      );
      COMMENT ON COLUMN test_mail.contact_id IS 'As whom it is filled; null = a made-up reader';
      COMMENT ON COLUMN test_mail.outcome IS 'SENT, STOPPED, or what the mail server said; no address';
      CREATE INDEX test_mail_account ON test_mail (account_id, asked_at);
      CREATE INDEX test_mail_age ON test_mail (asked_at);
      CREATE INDEX test_mail_campaign ON test_mail (campaign_id);
      CREATE INDEX test_mail_recipient ON test_mail (recipient_id);
      CREATE INDEX test_mail_contact ON test_mail (contact_id) WHERE contact_id IS NOT NULL;
    `);
  }
}
