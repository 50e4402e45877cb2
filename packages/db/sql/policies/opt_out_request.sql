ALTER TABLE opt_out_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON opt_out_request TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (opt_out_request.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = opt_out_request.account_id))
    AND (opt_out_request.address_book_id IS NULL OR EXISTS (SELECT FROM address_book p WHERE p.id = opt_out_request.address_book_id))
    AND EXISTS (SELECT FROM recipient p WHERE p.id = opt_out_request.recipient_id));
-- No foreign key says whose list it is, and the engine acts on it later. Only what is written: what it refers to may have gone since.
CREATE POLICY refers ON opt_out_request AS RESTRICTIVE FOR INSERT TO adieu_tenant
  WITH CHECK ((opt_out_request.list_id = (SELECT tenant()) OR EXISTS (SELECT FROM account p WHERE p.id = opt_out_request.list_id))
    AND (opt_out_request.campaign_id IS NULL OR EXISTS (SELECT FROM campaign p WHERE p.id = opt_out_request.campaign_id)));
