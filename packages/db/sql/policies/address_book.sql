ALTER TABLE address_book ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON address_book TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = address_book.account_id));
