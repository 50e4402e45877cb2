import { Migration } from '@mikro-orm/migrations';

/** Forms by which people ask for a book; each only starts a double opt-in (D-1). */
export class SignUpForm052 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE sign_up_form (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        address_book_id uuid NOT NULL REFERENCES address_book,
        title text NOT NULL CHECK (title <> ''),
        declaration text NOT NULL CHECK (declaration <> ''),
        declaration_version integer NOT NULL DEFAULT 1 CHECK (declaration_version >= 1),
        languages text[] NOT NULL CHECK (cardinality(languages) >= 1),
        origins text[] NOT NULL,
        redirect_url text CHECK (redirect_url LIKE 'https://%'),
        created_at timestamptz NOT NULL,
        archived_at timestamptz
      );
      COMMENT ON COLUMN sign_up_form.origins IS 'Where the form may stand in a frame; empty = nowhere';
      CREATE INDEX sign_up_form_book ON sign_up_form (address_book_id, id);

      -- Proofs name the version: one number must never stand for two texts (D-2).
      CREATE FUNCTION count_declaration() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.declaration_version := OLD.declaration_version
          + CASE WHEN NEW.declaration = OLD.declaration THEN 0 ELSE 1 END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER sign_up_form_declaration BEFORE UPDATE ON sign_up_form
        FOR EACH ROW EXECUTE FUNCTION count_declaration();
    `);
  }
}
