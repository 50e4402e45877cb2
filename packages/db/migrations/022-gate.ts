import { Migration } from '@mikro-orm/migrations';

/** What the gate stopped, by time (N3). */
export class Gate022 extends Migration {
  override up(): void {
    // Only stopped messages are in it, so a hand-over pays nothing for it; `message_open` depends on the state already,
    // so no update becomes dearer.
    this.addSql(
      `CREATE INDEX message_stopped ON message (changed_at) INCLUDE (campaign_id, outcome) WHERE state = 'STOPPED'`,
    );
  }
}
