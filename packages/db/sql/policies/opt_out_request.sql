ALTER TABLE opt_out_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON opt_out_request TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (opt_out_request.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = opt_out_request.account_id))
    AND (opt_out_request.address_book_id IS NULL OR EXISTS (SELECT FROM address_book p WHERE p.id = opt_out_request.address_book_id))
    AND EXISTS (SELECT FROM recipient p WHERE p.id = opt_out_request.recipient_id));
