import { Migration } from '@mikro-orm/migrations';

/** Tenants, their books and topics, and the people in them. */
export class Organisation001 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL CHECK (name <> ''),
        sender_address text NOT NULL,
        default_language text NOT NULL DEFAULT 'en',
        keeps_own_list boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, name)
      );
      COMMENT ON COLUMN account.keeps_own_list IS 'D6: its opt-outs are its own, not shared by the organisation';

      CREATE TABLE topic (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        account_id uuid NOT NULL REFERENCES account,
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz,
        UNIQUE (account_id, name)
      );

      CREATE TABLE address_book (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        account_id uuid NOT NULL REFERENCES account,
        name text NOT NULL CHECK (name <> ''),
        purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE', 'TRANSACTIONAL')),
        created_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz,
        UNIQUE (account_id, name)
      );

      CREATE TABLE opt_out_policy (
        address_book_id uuid NOT NULL REFERENCES address_book,
        version integer NOT NULL CHECK (version >= 1),
        mode text NOT NULL CHECK (mode IN ('AT_ONCE', 'REVIEW')),
        review_seconds integer NOT NULL CHECK (review_seconds >= 1),
        on_timeout text NOT NULL CHECK (on_timeout IN ('OPT_OUT', 'REVERT')),
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        PRIMARY KEY (address_book_id, version)
      );
      COMMENT ON TABLE opt_out_policy IS 'Versions are only added: a request keeps the one it was judged by';

      CREATE TABLE recipient (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
        address_key bytea NOT NULL CHECK (length(address_key) = 32),
        address text,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, channel, address_key)
      );
      COMMENT ON COLUMN recipient.address IS 'Null after erasure; address_key goes on suppressing (G-3)';

      CREATE TABLE contact (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        address_book_id uuid NOT NULL REFERENCES address_book,
        recipient_id uuid NOT NULL REFERENCES recipient,
        language text,
        fields jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        removed_at timestamptz,
        UNIQUE (address_book_id, recipient_id)
      );
      COMMENT ON COLUMN contact.removed_at IS 'Leaving a book by removal is no opt-out (F9)';
      CREATE INDEX contact_recipient ON contact (recipient_id);

      CREATE TABLE api_key (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('ADMIN', 'CAMPAIGNER')),
        key_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz
      );

      CREATE TABLE idempotency_key (
        organisation_id uuid NOT NULL REFERENCES organisation,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, key)
      );
    `);
  }
}
