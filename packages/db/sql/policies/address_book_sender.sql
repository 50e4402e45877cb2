ALTER TABLE address_book_sender ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON address_book_sender TO adieu_tenant
  USING (EXISTS (SELECT FROM address_book p WHERE p.id = address_book_sender.address_book_id))
  WITH CHECK (EXISTS (SELECT FROM address_book p WHERE p.id = address_book_sender.address_book_id)
    AND EXISTS (SELECT FROM sender p WHERE p.id = address_book_sender.sender_id));
