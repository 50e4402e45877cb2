import { Migration } from '@mikro-orm/migrations';

/** What a double opt-in still lacked: its lifetime, a limit for each origin, a printable proof with its hash, retention. */
export class DoubleOptInProof019 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE account ADD COLUMN double_opt_in_days smallint NOT NULL DEFAULT 7
        CHECK (double_opt_in_days BETWEEN 1 AND 30);
      COMMENT ON COLUMN account.double_opt_in_days IS 'D-5: how long the link of a confirmation mail works';
      ALTER TABLE double_opt_in ADD CONSTRAINT double_opt_in_lifetime
        CHECK (expires_at <= requested_at + interval '720 hours');
      CREATE INDEX double_opt_in_expiring ON double_opt_in (expires_at) WHERE confirmed_at IS NULL;

      CREATE TABLE double_opt_in_origin (
        origin_key bytea NOT NULL CHECK (length(origin_key) = 32),
        at timestamptz NOT NULL
      );
      COMMENT ON TABLE double_opt_in_origin IS 'D-8: keyed hashes of where double opt-ins were asked for; gone after a day';
      CREATE INDEX double_opt_in_origin_key ON double_opt_in_origin (origin_key, at);
      CREATE INDEX double_opt_in_origin_at ON double_opt_in_origin (at);

      ALTER TABLE double_opt_in_proof
        ADD COLUMN organisation_name text,
        ADD COLUMN account_name text,
        ADD COLUMN document_version integer,
        ADD COLUMN document_sha256 bytea CHECK (length(document_sha256) = 32),
        ADD CONSTRAINT proof_of_a_document CHECK ((document_version IS NULL) = (document_sha256 IS NULL));
      COMMENT ON COLUMN double_opt_in_proof.document_sha256 IS
        'D-3: of the printable proof as it was rendered from this row at confirmation; null for proofs from before';

      -- G-9: a proof may go when the consent that it proves ended longer ago than the organisation keeps proofs.
      ALTER TABLE organisation ADD COLUMN proof_retention_days integer NOT NULL DEFAULT 3653
        CHECK (proof_retention_days BETWEEN 365 AND 36525);
      CREATE FUNCTION proof_has_expired(p double_opt_in_proof) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT 1 FROM suppression s JOIN organisation o ON o.id = p.organisation_id
          WHERE s.address_key = p.address_key AND s.list_id = p.list_id AND s.channel = p.channel
            AND s.scope_id = p.scope_id AND s.state = 'OPTED_OUT' AND s.since > p.confirmed_at
            AND s.since < now() - o.proof_retention_days * interval '1 day'
        )
      $$;
      CREATE FUNCTION refuse_proof_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND proof_has_expired(OLD) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
      END $$;
      DROP TRIGGER double_opt_in_proof_append_only ON double_opt_in_proof;
      CREATE TRIGGER double_opt_in_proof_append_only BEFORE UPDATE OR DELETE ON double_opt_in_proof
        FOR EACH ROW EXECUTE FUNCTION refuse_proof_change();
    `);
  }
}
