ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_key TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (api_key.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = api_key.account_id)));
