ALTER TABLE opt_out_exemption ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON opt_out_exemption TO adieu_tenant
  USING (EXISTS (SELECT FROM address_book p WHERE p.id = opt_out_exemption.address_book_id));
