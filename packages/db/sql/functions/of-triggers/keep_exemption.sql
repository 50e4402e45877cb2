CREATE OR REPLACE FUNCTION keep_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE address_book SET exempt_since = CASE WHEN NEW.exempt THEN NEW.at END WHERE id = NEW.address_book_id;
  RETURN NULL;
END $$;
