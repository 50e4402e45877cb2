import { Migration } from '@mikro-orm/migrations';

/**
 * What the admin's queue is read by. Everything on open requests is partial: opt-outs in force at once, the hot path,
 * enter none of these but the one for `decided_at`.
 */
export class Queue016 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- unaccent() is only STABLE, for its dictionary could be edited; an index needs a promise that ours is not.
      -- Indexes are built without a search path, so the schema that the extension is in is written out.
      DO $do$ DECLARE
        home text := (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'unaccent');
      BEGIN
        EXECUTE format($f$
          CREATE FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
            'SELECT lower(%1$s.unaccent(''%1$s.unaccent''::regdictionary, $1))'
        $f$, home);
      END $do$;
      COMMENT ON FUNCTION fold_text IS 'How texts are compared where people search: without case and accents';

      CREATE INDEX opt_out_request_pending_received
        ON opt_out_request (organisation_id, received_at, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_book
        ON opt_out_request (organisation_id, address_book_id, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_account
        ON opt_out_request (organisation_id, account_id, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_signal
        ON opt_out_request (organisation_id, signal, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_method
        ON opt_out_request (organisation_id, method, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_purpose
        ON opt_out_request (organisation_id, purpose, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_scope_kind
        ON opt_out_request (organisation_id, scope_kind, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_scope
        ON opt_out_request (organisation_id, scope_id, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_pending_campaign
        ON opt_out_request (organisation_id, campaign_id, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_deadline
        ON opt_out_request (organisation_id, deadline, id) WHERE deadline IS NOT NULL;
      CREATE INDEX opt_out_request_decided
        ON opt_out_request (organisation_id, decided_at, id) WHERE decided_at IS NOT NULL;
      CREATE INDEX opt_out_request_decided_by
        ON opt_out_request (organisation_id, decided_by, decided_at, id) WHERE decided_by IS NOT NULL;

      CREATE INDEX opt_out_request_reasons ON opt_out_request
        USING gin (fold_text(coalesce(reason_text, '') || ' ' || coalesce(decision_reason, '')) gin_trgm_ops)
        WHERE reason_text IS NOT NULL OR decision_reason IS NOT NULL;
      CREATE INDEX opt_out_evidence_note ON opt_out_evidence
        USING gin (fold_text(detail ->> 'note') gin_trgm_ops) WHERE detail ->> 'note' IS NOT NULL;

      -- A masked address is looked up by how it begins.
      CREATE INDEX recipient_address ON recipient (organisation_id, address text_pattern_ops) WHERE address IS NOT NULL;
    `);
  }
}
