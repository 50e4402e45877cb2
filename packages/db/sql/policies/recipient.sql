ALTER TABLE recipient ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON recipient TO adieu_tenant USING (organisation_id = (SELECT tenant()));
