ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact TO adieu_tenant
  USING (EXISTS (SELECT FROM address_book p WHERE p.id = contact.address_book_id));
