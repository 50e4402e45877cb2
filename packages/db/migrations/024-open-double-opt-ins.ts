import { Migration } from '@mikro-orm/migrations';

/** Confirmed double opt-ins are kept; the reconciler looks at the others only. */
export class OpenDoubleOptIns024 extends Migration {
  override up(): void {
    this.addSql('CREATE INDEX double_opt_in_open ON double_opt_in (id) WHERE confirmed_at IS NULL');
  }
}
