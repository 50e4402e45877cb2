import { Migration } from '@mikro-orm/migrations';

/** What the gate has stopped, by time: the review's figures count it by day. */
export class StoppedMessages045 extends Migration {
  override up(): void {
    this.addSql(
      "CREATE INDEX message_stopped ON message (changed_at, campaign_id) WHERE state = 'STOPPED'",
    );
  }
}
