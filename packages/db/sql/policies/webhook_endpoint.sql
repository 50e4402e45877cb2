ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_endpoint TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (webhook_endpoint.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = webhook_endpoint.account_id)));
