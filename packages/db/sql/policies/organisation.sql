ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organisation TO adieu_tenant USING (id = (SELECT tenant()));
