ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account TO adieu_tenant USING (organisation_id = (SELECT tenant()));
