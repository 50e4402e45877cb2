ALTER TABLE sign_up_form ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sign_up_form TO adieu_tenant
  USING (EXISTS (SELECT FROM address_book p WHERE p.id = sign_up_form.address_book_id));
