import { Migration } from '@mikro-orm/migrations';

/**
 * What the gate stopped, by time (N3). Only stopped messages are in the index, so a hand-over pays nothing for it; and
 * `message_open` depends on the state already, so no update becomes dearer.
 */
export class GateStops022 extends Migration {
  override up(): void {
    this.addSql(
      `CREATE INDEX message_stopped ON message (changed_at) INCLUDE (campaign_id, outcome) WHERE state = 'STOPPED'`,
    );
  }
}
