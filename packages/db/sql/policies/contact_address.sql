ALTER TABLE contact_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact_address TO adieu_tenant
  USING (EXISTS (SELECT FROM address_book p WHERE p.id = contact_address.address_book_id))
  WITH CHECK (EXISTS (SELECT FROM address_book p WHERE p.id = contact_address.address_book_id)
    AND EXISTS (SELECT FROM recipient p WHERE p.id = contact_address.recipient_id));
