import { Migration } from '@mikro-orm/migrations';

/** Lists of contacts that were handed out (D3), and the books that may be handed out unfiltered. */
export class AudienceExport021 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE unfiltered_export (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        address_book_id uuid NOT NULL REFERENCES address_book,
        purpose text NOT NULL CONSTRAINT marketing_stays_filtered CHECK (purpose IN ('SERVICE', 'TRANSACTIONAL')),
        reason text NOT NULL CHECK (reason <> ''),
        allowed_at timestamptz NOT NULL,
        allowed_by text NOT NULL,
        until timestamptz NOT NULL CHECK (until > allowed_at)
      );
      COMMENT ON TABLE unfiltered_export IS 'Who chose a book to be handed out unfiltered, when, why and until when; the latest of a book counts';
      CREATE INDEX unfiltered_export_book ON unfiltered_export (address_book_id, id);

      CREATE TABLE audience_export (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        account_id uuid NOT NULL REFERENCES account,
        address_book_id uuid NOT NULL REFERENCES address_book,
        topic_id uuid REFERENCES topic,
        made_by text NOT NULL,
        api_key_id uuid NOT NULL REFERENCES api_key,
        as_of timestamptz NOT NULL,
        use text NOT NULL CHECK (use IN ('EMAIL', 'SMS', 'ANY')),
        purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE', 'TRANSACTIONAL')),
        format text NOT NULL,
        unfiltered_export_id uuid REFERENCES unfiltered_export,
        state text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'COMPLETE', 'CUT')),
        handed_out integer,
        stopped jsonb,
        finished_at timestamptz,
        CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
        CHECK ((finished_at IS NULL) = (handed_out IS NULL) AND (finished_at IS NULL) = (stopped IS NULL))
      );
      COMMENT ON TABLE audience_export IS 'Written before the first address leaves the house; one that stays RUNNING was cut off by a crash';
      COMMENT ON COLUMN audience_export.stopped IS 'How many contacts the gate kept back, by reason (N3)';
      CREATE INDEX audience_export_organisation ON audience_export (organisation_id, id);
      CREATE INDEX audience_export_finished ON audience_export (finished_at) WHERE finished_at IS NOT NULL;
    `);
    this.addSql(`
      CREATE TRIGGER unfiltered_export_append_only BEFORE UPDATE OR DELETE ON unfiltered_export
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER unfiltered_export_no_truncate BEFORE TRUNCATE ON unfiltered_export
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION refuse_unfiltered_marketing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM address_book b WHERE b.id = NEW.address_book_id AND b.purpose <> 'MARKETING') THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a marketing book is never handed out unfiltered' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER unfiltered_export_marketing BEFORE INSERT ON unfiltered_export
        FOR EACH ROW EXECUTE FUNCTION refuse_unfiltered_marketing();

      -- An export is unfiltered by the latest choice of its book alone, and while that lasts.
      CREATE FUNCTION refuse_unchosen_export() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM unfiltered_export u
          WHERE u.id = NEW.unfiltered_export_id AND u.address_book_id = NEW.address_book_id AND u.purpose = NEW.purpose
            AND u.until > NEW.as_of
            AND NOT EXISTS (SELECT 1 FROM unfiltered_export l WHERE l.address_book_id = u.address_book_id AND l.id > u.id)
        ) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'this book was not chosen to be handed out unfiltered' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER audience_export_chosen BEFORE INSERT ON audience_export
        FOR EACH ROW WHEN (NEW.unfiltered_export_id IS NOT NULL) EXECUTE FUNCTION refuse_unchosen_export();

      -- What was handed out to whom is never rewritten: an export ends once, and then stays.
      CREATE FUNCTION refuse_export_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'RUNNING' AND NEW.state <> 'RUNNING'
           AND to_jsonb(NEW) - ARRAY['state', 'handed_out', 'stopped', 'finished_at']
             = to_jsonb(OLD) - ARRAY['state', 'handed_out', 'stopped', 'finished_at'] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'audience_export is a record: UPDATE refused' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER audience_export_ends_once BEFORE UPDATE ON audience_export
        FOR EACH ROW EXECUTE FUNCTION refuse_export_change();
      CREATE TRIGGER audience_export_kept BEFORE DELETE ON audience_export
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audience_export_no_truncate BEFORE TRUNCATE ON audience_export
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }
}
