-- Proofs name the version: one number must never stand for two texts (D-2).
CREATE OR REPLACE FUNCTION count_declaration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.declaration_version := OLD.declaration_version
    + CASE WHEN NEW.declaration = OLD.declaration THEN 0 ELSE 1 END;
  RETURN NEW;
END $$;
