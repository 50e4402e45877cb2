import { Migration } from '@mikro-orm/migrations';

/** When our own mails were taken over by the mail server, so that a repeated activity does not send them again. */
export class SentMarks006 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE opt_out_request ADD COLUMN notified_at timestamptz;
      ALTER TABLE double_opt_in ADD COLUMN sent_at timestamptz;
    `);
  }
}
