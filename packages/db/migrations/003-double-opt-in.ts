import { Migration } from '@mikro-orm/migrations';

/** The only way back, and its proof (D-1, D-2). */
export class DoubleOptIn003 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE double_opt_in (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        account_id uuid NOT NULL REFERENCES account,
        recipient_id uuid NOT NULL REFERENCES recipient,
        list_id uuid NOT NULL,
        address_key bytea NOT NULL,
        channel text NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
        scope_id uuid NOT NULL,
        scope_name text NOT NULL,
        language text NOT NULL,
        declaration text NOT NULL,
        declaration_version text NOT NULL,
        form_url text,
        token_hash bytea UNIQUE,
        requested_at timestamptz NOT NULL,
        requested_origin text,
        requested_user_agent text,
        expires_at timestamptz NOT NULL,
        mail_message_id text,
        mailed_at timestamptz,
        confirmed_at timestamptz
      );
      CREATE INDEX double_opt_in_recipient ON double_opt_in (recipient_id, requested_at);

      CREATE TABLE double_opt_in_proof (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        double_opt_in_id uuid NOT NULL UNIQUE,
        organisation_id uuid NOT NULL REFERENCES organisation,
        recipient_id uuid NOT NULL REFERENCES recipient,
        list_id uuid NOT NULL,
        address_key bytea NOT NULL,
        channel text NOT NULL,
        scope_kind text NOT NULL,
        scope_id uuid NOT NULL,
        scope_name text NOT NULL,
        address text NOT NULL,
        language text NOT NULL,
        declaration text NOT NULL,
        declaration_version text NOT NULL,
        form_url text,
        mail_message_id text NOT NULL,
        requested_at timestamptz NOT NULL,
        requested_origin text,
        requested_user_agent text,
        confirmed_at timestamptz NOT NULL,
        confirmed_origin text,
        confirmed_user_agent text,
        CHECK (confirmed_at >= requested_at)
      );
      CREATE INDEX double_opt_in_proof_scope ON double_opt_in_proof (address_key, list_id, channel, scope_id);
    `);
  }
}
