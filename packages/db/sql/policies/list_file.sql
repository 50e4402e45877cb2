ALTER TABLE list_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON list_file TO adieu_tenant USING (organisation_id = (SELECT tenant()));
