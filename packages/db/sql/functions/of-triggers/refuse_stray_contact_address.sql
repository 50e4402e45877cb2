-- An address is in the book of its contact, on the channel that it is on, and of the organisation whose book it is: nobody
-- finds another organisation's contact by an address that both have.
CREATE OR REPLACE FUNCTION refuse_stray_contact_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM written x
    JOIN contact k ON k.id = x.contact_id
    JOIN address_book b ON b.id = k.address_book_id
    JOIN account a ON a.id = b.account_id
    JOIN recipient r ON r.id = x.recipient_id
    WHERE k.address_book_id <> x.address_book_id OR r.channel <> x.channel OR r.organisation_id <> a.organisation_id
  ) THEN
    RAISE EXCEPTION 'an address of a contact is in its book, on its own channel and of the same organisation';
  END IF;
  RETURN NULL;
END $$;
