-- One chain: each seal follows the one before it, so that no event can stand in two.
CREATE OR REPLACE FUNCTION refuse_seal_out_of_chain() RETURNS trigger LANGUAGE plpgsql AS $$
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
