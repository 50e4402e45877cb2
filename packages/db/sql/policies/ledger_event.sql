ALTER TABLE ledger_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ledger_event TO adieu_tenant USING (organisation_id = (SELECT tenant()));
