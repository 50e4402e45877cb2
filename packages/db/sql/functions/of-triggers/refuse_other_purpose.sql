-- Policies, exemptions and what may bring somebody back all stand on it.
CREATE OR REPLACE FUNCTION refuse_other_purpose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a book keeps its purpose' USING ERRCODE = 'restrict_violation';
END $$;
