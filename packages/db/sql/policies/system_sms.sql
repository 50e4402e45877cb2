ALTER TABLE system_sms ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON system_sms TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant()) AND EXISTS (SELECT FROM account p WHERE p.id = system_sms.account_id));
