ALTER TABLE inbound_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbound_message TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (inbound_message.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = inbound_message.account_id))
    AND (inbound_message.address_book_id IS NULL OR EXISTS (SELECT FROM address_book p WHERE p.id = inbound_message.address_book_id))
    AND (inbound_message.request_id IS NULL OR EXISTS (SELECT FROM opt_out_request p WHERE p.id = inbound_message.request_id))
    AND (inbound_message.recipient_id IS NULL OR EXISTS (SELECT FROM recipient p WHERE p.id = inbound_message.recipient_id)));
