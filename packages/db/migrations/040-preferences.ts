import { Migration } from '@mikro-orm/migrations';

/** What recipients choose short of leaving, and why they left (C2, C7, F4, N12). */
export class Preferences040 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE recipient_preference (
        recipient_id uuid NOT NULL REFERENCES recipient,
        account_id uuid NOT NULL REFERENCES account,
        frequency text NOT NULL DEFAULT 'EVERY' CHECK (frequency IN ('EVERY', 'DAILY', 'WEEKLY', 'MONTHLY')),
        snoozed_until timestamptz,
        language text,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (recipient_id, account_id)
      );
      COMMENT ON TABLE recipient_preference IS 'A recipient is one address on one channel, so each channel has its own';

      CREATE TABLE leave_reason (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        account_id uuid NOT NULL REFERENCES account,
        position integer NOT NULL,
        texts jsonb NOT NULL,
        archived_at timestamptz
      );
      COMMENT ON TABLE leave_reason IS 'An account''s own list, in the order it is shown; without rows the house''s list stands';
      CREATE INDEX leave_reason_account ON leave_reason (account_id, position) WHERE archived_at IS NULL;

      CREATE TABLE given_reason (
        request_id uuid PRIMARY KEY REFERENCES opt_out_request,
        reason text,
        text text CHECK (length(text) <= 1000),
        language text,
        given_at timestamptz NOT NULL,
        CHECK (reason IS NOT NULL OR text IS NOT NULL)
      );
      COMMENT ON COLUMN given_reason.reason IS 'A word of the house''s list, or the id of a leave_reason';
    `);
  }
}
