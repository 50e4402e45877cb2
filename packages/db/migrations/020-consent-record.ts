import { Migration } from '@mikro-orm/migrations';

/** Consents that an admin records by hand, and the files that speak for them (E4, E5, D-10). They open nothing. */
export class ConsentRecord020 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE evidence_file (
        organisation_id uuid NOT NULL REFERENCES organisation,
        sha256 bytea NOT NULL CHECK (length(sha256) = 32),
        name text NOT NULL CHECK (name <> ''),
        media_type text NOT NULL,
        size integer NOT NULL CHECK (size BETWEEN 1 AND 5242880),
        content bytea,
        uploaded_at timestamptz NOT NULL,
        uploaded_by text NOT NULL,
        PRIMARY KEY (organisation_id, sha256),
        CHECK (content IS NULL OR (length(content) = size AND sha256(content) = sha256))
      );
      ALTER TABLE evidence_file ALTER COLUMN content SET STORAGE EXTERNAL;
      COMMENT ON COLUMN evidence_file.content IS 'Null after erasure; its hash goes on saying which file it was';

      CREATE TABLE consent_record (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        account_id uuid NOT NULL REFERENCES account,
        recipient_id uuid NOT NULL REFERENCES recipient,
        list_id uuid NOT NULL,
        address_key bytea NOT NULL,
        channel text NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT')),
        scope_id uuid NOT NULL,
        scope_name text NOT NULL,
        consent_text text NOT NULL CHECK (consent_text <> ''),
        source text NOT NULL CHECK (source <> ''),
        obtained_at timestamptz NOT NULL,
        evidence_sha256 bytea,
        outcome text NOT NULL CHECK (outcome IN ('RECORDED', 'DOUBLE_OPT_IN_STARTED', 'DOUBLE_OPT_IN_LIMITED')),
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        FOREIGN KEY (organisation_id, evidence_sha256) REFERENCES evidence_file,
        CHECK (obtained_at <= recorded_at)
      );
      COMMENT ON TABLE consent_record IS 'What an admin says that somebody agreed to. Lifts nothing: no trigger and no gate reads it';
      CREATE INDEX consent_record_organisation ON consent_record (organisation_id, id);
      CREATE INDEX consent_record_recipient ON consent_record (recipient_id, id);

      CREATE TRIGGER consent_record_append_only BEFORE UPDATE OR DELETE ON consent_record
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consent_record_no_truncate BEFORE TRUNCATE ON consent_record
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Whether a claim is not enough: something covers the scope now, or the recipient ever left it or what is around it.
      CREATE FUNCTION needs_double_opt_in(p_recipient uuid, p_organisation uuid, p_account uuid, p_scope uuid)
      RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT 1 FROM recipient r JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
          WHERE r.id = p_recipient AND s.list_id IN (p_organisation, p_account)
            AND s.scope_id IN (p_scope, p_account, p_organisation)
        ) OR EXISTS (
          SELECT 1 FROM opt_out_request q
          WHERE q.recipient_id = p_recipient AND q.scope_id IN (p_scope, p_account, p_organisation)
            AND q.state NOT IN ('DECLINED', 'REVERTED')
        )
      $$;

      -- The record must not say that a claim was enough where it was not, whoever writes it (D-10).
      CREATE FUNCTION refuse_claim_of_opted_out() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF needs_double_opt_in(NEW.recipient_id, NEW.organisation_id, NEW.account_id, NEW.scope_id) THEN
          RAISE EXCEPTION 'this address left that scope: only a double opt-in brings it back' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER consent_record_no_way_back BEFORE INSERT ON consent_record
        FOR EACH ROW WHEN (NEW.outcome = 'RECORDED') EXECUTE FUNCTION refuse_claim_of_opted_out();

      -- The one change that a file can undergo: its content goes (G-3).
      CREATE FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        erased evidence_file := OLD;
      BEGIN
        erased.content := NULL;
        IF TG_OP = 'UPDATE' AND OLD.content IS NOT NULL AND NEW IS NOT DISTINCT FROM erased THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER evidence_file_append_only BEFORE UPDATE OR DELETE ON evidence_file
        FOR EACH ROW EXECUTE FUNCTION refuse_file_change();
      CREATE TRIGGER evidence_file_no_truncate BEFORE TRUNCATE ON evidence_file
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }
}
