import { Migration } from '@mikro-orm/migrations';

/**
 * In which order ledger events became visible. Ids are drawn before the commit, so a reader that follows ids would miss
 * what a slower transaction commits later; one that follows (tx, id) below `pg_snapshot_xmin` misses nothing.
 */
export class LedgerOrder009 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE ledger_event ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
      CREATE INDEX ledger_event_tx ON ledger_event (tx, id);
    `);
  }
}
