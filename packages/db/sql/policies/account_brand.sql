ALTER TABLE account_brand ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_brand TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = account_brand.account_id));
