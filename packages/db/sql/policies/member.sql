ALTER TABLE member ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member TO adieu_tenant USING (organisation_id = (SELECT tenant()));
