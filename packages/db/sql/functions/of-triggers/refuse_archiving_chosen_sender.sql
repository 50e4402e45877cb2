-- What a book chose would else be sent from although it is archived.
CREATE OR REPLACE FUNCTION refuse_archiving_chosen_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM address_book_sender WHERE sender_id = NEW.id) THEN
    RAISE EXCEPTION 'a sender that a book chose is not archived' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
