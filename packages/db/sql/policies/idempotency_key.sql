ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_key TO adieu_tenant USING (organisation_id = (SELECT tenant()));
