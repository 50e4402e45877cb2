import { Migration } from '@mikro-orm/migrations';

/** What the database itself refuses, whoever asks: raw SQL meets the same rules as the product. */
export class Guards004 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
      END $$;

      CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER ledger_event_no_truncate BEFORE TRUNCATE ON ledger_event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER double_opt_in_proof_append_only BEFORE UPDATE OR DELETE ON double_opt_in_proof
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER double_opt_in_proof_no_truncate BEFORE TRUNCATE ON double_opt_in_proof
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER suppression_no_truncate BEFORE TRUNCATE ON suppression
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- D-1, D-9: nothing lifts an opt-out but a proof of this very address and scope whose whole double opt-in
      -- (request and confirmation) came after the opt-out.
      CREATE FUNCTION refuse_lifting_without_proof() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.state = 'OPTED_OUT' AND NEW.since >= OLD.since
             AND (NEW.address_key, NEW.list_id, NEW.channel, NEW.scope_id, NEW.scope_kind)
               = (OLD.address_key, OLD.list_id, OLD.channel, OLD.scope_id, OLD.scope_kind) THEN
            RETURN NEW;
          END IF;
          RAISE EXCEPTION 'an opt-out can not be changed; only a double opt-in lifts it' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (
          SELECT 1 FROM double_opt_in_proof p
          WHERE p.address_key = OLD.address_key AND p.list_id = OLD.list_id AND p.channel = OLD.channel
            AND p.scope_id = OLD.scope_id AND p.requested_at >= OLD.since
        ) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'an opt-out is lifted by a double opt-in only: no proof for this address and scope after the opt-out'
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER suppression_lift BEFORE UPDATE OR DELETE ON suppression
        FOR EACH ROW WHEN (OLD.state = 'OPTED_OUT') EXECUTE FUNCTION refuse_lifting_without_proof();

      -- A proof must stand on a double opt-in that was mailed to this recipient and confirmed by its link.
      CREATE FUNCTION refuse_proof_without_double_opt_in() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM double_opt_in d
          WHERE d.id = NEW.double_opt_in_id AND d.recipient_id = NEW.recipient_id AND d.address_key = NEW.address_key
            AND d.list_id = NEW.list_id AND d.channel = NEW.channel AND d.scope_id = NEW.scope_id
            AND d.requested_at = NEW.requested_at AND d.token_hash IS NOT NULL AND d.mailed_at IS NOT NULL
            AND d.confirmed_at = NEW.confirmed_at AND NEW.confirmed_at <= d.expires_at
        ) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a proof needs its mailed and confirmed double opt-in' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER double_opt_in_proof_founded BEFORE INSERT ON double_opt_in_proof
        FOR EACH ROW EXECUTE FUNCTION refuse_proof_without_double_opt_in();

      -- The table of transitions (domain: TRANSITIONS).
      CREATE FUNCTION refuse_transition() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (OLD.state = 'PENDING' AND NEW.state IN ('CONFIRMED', 'DECLINED', 'REVERTED', 'WITHDRAWN'))
           OR (OLD.state = 'CONFIRMED' AND NEW.state = 'LIFTED') THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a request can not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER opt_out_request_transition BEFORE UPDATE OF state ON opt_out_request
        FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_transition();
    `);
  }
}
