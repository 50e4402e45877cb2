import { Migration } from '@mikro-orm/migrations';

/** Evidence by kind, with a hash, the address of origin apart, and a retention for each organisation. */
export class Evidence014 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE organisation
        ADD COLUMN evidence_retention text NOT NULL DEFAULT 'P3Y' CHECK (evidence_retention ~ '^P(\\d+[YMWD])+$'),
        ADD COLUMN origin_retention text NOT NULL DEFAULT 'P90D' CHECK (origin_retention ~ '^P(\\d+[YMWD])+$'),
        ADD COLUMN keeps_origins boolean NOT NULL DEFAULT true;

      ALTER TABLE opt_out_evidence
        ADD COLUMN id uuid NOT NULL DEFAULT uuidv7(),
        ADD COLUMN organisation_id uuid,
        ADD COLUMN kind text,
        ADD COLUMN sha256 bytea CHECK (length(sha256) = 32),
        ADD COLUMN path text,
        ADD COLUMN origin text,
        ADD COLUMN headers jsonb NOT NULL DEFAULT '{}';
      UPDATE opt_out_evidence e SET
        organisation_id = q.organisation_id,
        kind = CASE q.method
          WHEN 'ONE_CLICK' THEN 'ONE_CLICK' WHEN 'LINK' THEN 'PAGE' WHEN 'MAILTO' THEN 'MAIL' WHEN 'MAIL_REPLY' THEN 'MAIL'
          WHEN 'MANUAL' THEN 'NOTE' ELSE 'API' END,
        origin = e.detail ->> 'origin',
        headers = CASE WHEN e.detail ? 'userAgent' THEN jsonb_build_object('user-agent', e.detail ->> 'userAgent') ELSE '{}' END,
        detail = e.detail - 'origin' - 'userAgent'
      FROM opt_out_request q WHERE q.id = e.request_id;
      ALTER TABLE opt_out_evidence
        ALTER COLUMN organisation_id SET NOT NULL,
        ALTER COLUMN kind SET NOT NULL,
        ADD CHECK (kind IN ('ONE_CLICK', 'PAGE', 'MAIL', 'SMS', 'REPORT', 'API', 'NOTE', 'MACHINE', 'IMPORT')),
        ADD PRIMARY KEY (request_id, id);
      DROP INDEX opt_out_evidence_request;
      COMMENT ON COLUMN opt_out_evidence.sha256 IS 'Of what came in, as it came: body and kept headers, without the token';
      COMMENT ON COLUMN opt_out_evidence.path IS 'As a pattern: /u/:token';
      COMMENT ON COLUMN opt_out_evidence.origin IS 'IP address; goes before the rest (organisation.origin_retention)';
      -- Retention walks these from their oldest end.
      CREATE INDEX opt_out_evidence_age ON opt_out_evidence (organisation_id, at);
      CREATE INDEX opt_out_evidence_origin_age ON opt_out_evidence (organisation_id, at) WHERE origin IS NOT NULL;
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

      ALTER TABLE opt_out_request ADD COLUMN voices text[] NOT NULL DEFAULT '{}';
      COMMENT ON COLUMN opt_out_request.voices IS 'Marks of the different wishes that met in it: the same one again writes nothing';
    `);
    this.addSql(`
      -- Evidence is taken away whole, or its origin is; it is never changed.
      CREATE FUNCTION refuse_changed_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.origin IS NULL
           AND (NEW.request_id, NEW.id, NEW.organisation_id, NEW.kind, NEW.at, NEW.path, NEW.sha256, NEW.headers, NEW.detail)
             IS NOT DISTINCT FROM
             (OLD.request_id, OLD.id, OLD.organisation_id, OLD.kind, OLD.at, OLD.path, OLD.sha256, OLD.headers, OLD.detail) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'evidence can not be changed' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER opt_out_evidence_unchanged BEFORE UPDATE ON opt_out_evidence
        FOR EACH ROW EXECUTE FUNCTION refuse_changed_evidence();
    `);
  }
}
