ALTER TABLE data_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON data_link TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = data_link.account_id))
  WITH CHECK (EXISTS (SELECT FROM account p WHERE p.id = data_link.account_id)
    AND EXISTS (SELECT FROM recipient p WHERE p.id = data_link.recipient_id));
