-- A book is sent from what its own account has, on that channel, and not from what is archived.
CREATE OR REPLACE FUNCTION refuse_unfit_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM sender s JOIN address_book b ON b.account_id = s.account_id
    WHERE s.id = NEW.sender_id AND b.id = NEW.address_book_id AND s.channel = NEW.channel AND s.archived_at IS NULL)
  THEN
    RAISE EXCEPTION 'a book chooses a sender of its own account and this channel that is not archived'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
