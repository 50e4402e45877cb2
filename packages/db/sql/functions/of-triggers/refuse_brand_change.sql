-- Versions are only added, and go with their account alone, once it is taken away for good.
CREATE OR REPLACE FUNCTION refuse_brand_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT FROM account a JOIN deletion d ON d.organisation_id = a.organisation_id AND (d.account_id IS NULL OR d.account_id = a.id)
    WHERE a.id = OLD.account_id AND a.deleted_at IS NOT NULL AND d.finished_at IS NULL
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
