import { Migration } from '@mikro-orm/migrations';

/** The people who decide, and what each was told of in which digest (never a mail per request). */
export class Digest023 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE admin_person (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL CHECK (name <> ''),
        email text NOT NULL CHECK (email <> ''),
        language text NOT NULL,
        digest_seconds integer NOT NULL DEFAULT 86400 CHECK (digest_seconds BETWEEN 60 AND 2592000),
        active boolean NOT NULL DEFAULT true,
        last_digest_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT admin_person_once UNIQUE (organisation_id, email)
      );
      COMMENT ON COLUMN admin_person.last_digest_at IS 'When his last digest was claimed: the next may be a period later';

      CREATE TABLE digest (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        admin_person_id uuid NOT NULL REFERENCES admin_person ON DELETE CASCADE,
        claimed_at timestamptz NOT NULL,
        previous_at timestamptz,
        sent_at timestamptz
      );
      COMMENT ON COLUMN digest.sent_at IS 'Null where nobody knows: what stood in it counts as not told, and the next digest tells it';
      CREATE INDEX digest_person ON digest (admin_person_id, claimed_at);

      CREATE TABLE digest_item (
        digest_id uuid NOT NULL REFERENCES digest ON DELETE CASCADE,
        request_id uuid NOT NULL REFERENCES opt_out_request ON DELETE CASCADE,
        PRIMARY KEY (digest_id, request_id)
      );
      COMMENT ON TABLE digest_item IS 'What a digest told as new or reminded of; gone once the request is closed';
      CREATE INDEX digest_item_request ON digest_item (request_id);

      -- Who is told of a request, and how long before its deadline again. Policies give their own answer.
      DO $do$ BEGIN
        IF to_regprocedure('request_policy(uuid)') IS NULL THEN
          CREATE FUNCTION request_policy(p_request uuid) RETURNS TABLE (remind_before_seconds integer[], tell uuid[])
            LANGUAGE sql STABLE AS $$ SELECT ARRAY[86400], '{}'::uuid[] $$;
        END IF;
      END $do$;
    `);
  }
}
