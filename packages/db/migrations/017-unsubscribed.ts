import { Migration } from '@mikro-orm/migrations';

/** The list "unsubscribed" of a scope, the newest first (A5). Its rows come in order of time, so it grows at one end. */
export class Unsubscribed017 extends Migration {
  override up(): void {
    this.addSql('CREATE INDEX suppression_scope ON suppression (scope_id, since, address_key)');
  }
}
