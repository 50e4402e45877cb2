import { Migration } from '@mikro-orm/migrations';

/** The chain of seals over the ledger (W-12, N6), and reasons that can be erased without breaking it (G-9). */
export class LedgerSeal018 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE ledger_seal (
        sequence integer PRIMARY KEY CHECK (sequence >= 1),
        floor_id bigint NOT NULL DEFAULT 0,
        max_id bigint NOT NULL,
        from_tx xid8 NOT NULL,
        from_id bigint NOT NULL,
        to_tx xid8 NOT NULL,
        to_id bigint NOT NULL,
        count integer NOT NULL CHECK (count >= 1),
        merkle_root bytea NOT NULL CHECK (length(merkle_root) = 32),
        previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
        seal_hash bytea NOT NULL CHECK (length(seal_hash) = 32),
        leaf_hashes bytea NOT NULL CHECK (length(leaf_hashes) = 32 * count),
        sealed_at timestamptz NOT NULL,
        UNIQUE (floor_id, to_tx, to_id)
      );
      COMMENT ON COLUMN ledger_seal.floor_id IS
        'Only events above this id. A dump restored into another cluster counts transactions anew: then a new order begins there';
      COMMENT ON COLUMN ledger_seal.leaf_hashes IS
        'The leaves of the tree, 32 bytes each, in order: they tell which event was changed, and make inclusion proofs';

      CREATE TRIGGER ledger_seal_append_only BEFORE UPDATE OR DELETE ON ledger_seal
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER ledger_seal_no_truncate BEFORE TRUNCATE ON ledger_seal
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- One chain: each seal follows the one before it, so that no event can stand in two.
      CREATE FUNCTION refuse_seal_out_of_chain() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        last ledger_seal;
      BEGIN
        SELECT * INTO last FROM ledger_seal ORDER BY sequence DESC LIMIT 1;
        IF NEW.sequence = coalesce(last.sequence, 0) + 1
           AND NEW.previous_hash = coalesce(last.seal_hash, decode(repeat('00', 32), 'hex'))
           AND (last.sequence IS NULL OR NEW.floor_id > last.floor_id
             OR (NEW.floor_id = last.floor_id AND (NEW.from_tx, NEW.from_id) > (last.to_tx, last.to_id)))
           AND (NEW.from_tx, NEW.from_id) <= (NEW.to_tx, NEW.to_id) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a seal must follow the last one' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER ledger_seal_follows BEFORE INSERT ON ledger_seal
        FOR EACH ROW EXECUTE FUNCTION refuse_seal_out_of_chain();

      -- A reason is free text and may have to be erased: what is sealed is its salted hash, which stays.
      ALTER TABLE ledger_event ADD COLUMN reason_salt bytea, ADD COLUMN reason_hash bytea;
      CREATE FUNCTION hash_ledger_reason() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.reason_salt := uuid_send(gen_random_uuid());
        NEW.reason_hash := sha256(NEW.reason_salt || convert_to(NEW.reason, 'UTF8'));
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_event_reason BEFORE INSERT ON ledger_event
        FOR EACH ROW WHEN (NEW.reason IS NOT NULL) EXECUTE FUNCTION hash_ledger_reason();

      ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_append_only;
      UPDATE ledger_event SET reason_salt = uuid_send(gen_random_uuid()) WHERE reason IS NOT NULL;
      UPDATE ledger_event SET reason_hash = sha256(reason_salt || convert_to(reason, 'UTF8')) WHERE reason IS NOT NULL;
      DROP TRIGGER ledger_event_append_only ON ledger_event;

      -- The one change that an event can undergo: its reason goes, and the salt that ties the hash to a guess.
      CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        erased ledger_event := OLD;
      BEGIN
        erased.reason := NULL;
        erased.reason_salt := NULL;
        IF TG_OP = 'UPDATE' AND OLD.reason IS NOT NULL AND NEW IS NOT DISTINCT FROM erased THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
        FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
    `);
  }
}
