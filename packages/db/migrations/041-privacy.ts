import { Migration } from '@mikro-orm/migrations';

/** Links to somebody's own data, mailed to the address that they are about (P5, G-3, G-4). */
export class Privacy041 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE data_link (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        recipient_id uuid NOT NULL REFERENCES recipient,
        account_id uuid NOT NULL REFERENCES account,
        language text NOT NULL,
        token_hash bytea UNIQUE,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        sent_at timestamptz
      );
      CREATE INDEX data_link_recipient ON data_link (recipient_id, asked_at);
    `);
  }
}
