CREATE OR REPLACE FUNCTION refuse_unrecorded_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recorded timestamptz;
BEGIN
  SELECT CASE WHEN e.exempt THEN e.at END INTO recorded FROM opt_out_exemption e
    WHERE e.address_book_id = NEW.id ORDER BY e.id DESC LIMIT 1;
  IF NEW.exempt_since IS NOT DISTINCT FROM recorded THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a book is exempted by a recorded act alone' USING ERRCODE = 'restrict_violation';
END $$;
