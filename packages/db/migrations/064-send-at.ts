import { Migration } from '@mikro-orm/migrations';

/** A campaign may wait for its hour: its messages are queued, and due then. */
export class SendAt064 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE campaign ADD COLUMN send_at timestamptz;
      COMMENT ON COLUMN campaign.send_at IS 'Not before; null = at once. Each message has its own hour where recipients live apart';
    `);
  }
}
