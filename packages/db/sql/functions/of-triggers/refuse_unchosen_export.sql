-- An export is unfiltered by the latest choice of its book alone, and while that lasts.
CREATE OR REPLACE FUNCTION refuse_unchosen_export() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM unfiltered_export u
    WHERE u.id = NEW.unfiltered_export_id AND u.address_book_id = NEW.address_book_id AND u.purpose = NEW.purpose
      AND u.until > NEW.as_of
      AND NOT EXISTS (SELECT 1 FROM unfiltered_export l WHERE l.address_book_id = u.address_book_id AND l.id > u.id)
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'this book was not chosen to be handed out unfiltered' USING ERRCODE = 'restrict_violation';
END $$;
