CREATE OR REPLACE FUNCTION refuse_unfiltered_marketing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM address_book b WHERE b.id = NEW.address_book_id AND b.purpose <> 'MARKETING') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a marketing book is never handed out unfiltered' USING ERRCODE = 'restrict_violation';
END $$;
