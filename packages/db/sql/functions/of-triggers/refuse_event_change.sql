-- The one change that an event can undergo: its reason goes, and the salt that ties the hash to a guess.
CREATE OR REPLACE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
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
