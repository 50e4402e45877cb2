import { Migration } from '@mikro-orm/migrations';

/** An account's own reasons get a key that outlives their wording, so that reports can count by it (F4, F5). */
export class ReasonKeys051 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE leave_reason ADD COLUMN key text;
      UPDATE leave_reason SET key = 'R_' || upper(replace(id::text, '-', '_'));
      ALTER TABLE leave_reason ALTER COLUMN key SET NOT NULL,
        ADD CONSTRAINT reason_key CHECK (key ~ '^[A-Z][A-Z0-9_]{0,39}$');
      COMMENT ON COLUMN leave_reason.key IS 'A reason that is worded anew is another row with the same key: what was given keeps its words';
      CREATE UNIQUE INDEX leave_reason_key ON leave_reason (account_id, key) WHERE archived_at IS NULL;
    `);
  }
}
