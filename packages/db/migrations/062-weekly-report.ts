import { Migration } from '@mikro-orm/migrations';

/** Once a week admins get the figures of each account that sent campaigns, until they no longer want to. */
export class WeeklyReport062 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE admin_person ADD COLUMN weekly_report boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN admin_person.weekly_report IS 'Whether the mail with the figures of each week is wanted';

      CREATE TABLE weekly_report (
        id uuid NOT NULL UNIQUE DEFAULT uuidv7(),
        account_id uuid NOT NULL REFERENCES account,
        week date NOT NULL CHECK (extract(isodow FROM week) = 1),
        admin_person_id uuid NOT NULL REFERENCES admin_person ON DELETE CASCADE,
        claimed_at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (account_id, week, admin_person_id)
      );
      COMMENT ON TABLE weekly_report IS 'Who was mailed the figures of which account and week (its Monday, UTC): once each';
    `);
  }
}
