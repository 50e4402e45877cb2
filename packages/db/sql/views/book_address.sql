-- The addresses of a book: each contact that was not removed, once for each channel on which it has an address.
CREATE VIEW book_address WITH (security_invoker) AS
  SELECT k.address_book_id, x.channel, x.recipient_id, k.id AS contact_id, k.language, k.fields
  FROM contact k
  JOIN contact_address x ON x.contact_id = k.id
  WHERE k.removed_at IS NULL;
