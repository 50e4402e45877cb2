-- The one change that a file can undergo: its content goes, and its name, which may be a person's (G-3).
CREATE OR REPLACE FUNCTION refuse_file_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased evidence_file := OLD;
BEGIN
  erased.content := NULL;
  erased.name := 'erased';
  IF TG_OP = 'UPDATE' AND OLD.content IS NOT NULL AND NEW IS NOT DISTINCT FROM erased THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
