ALTER TABLE evidence_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON evidence_file TO adieu_tenant USING (organisation_id = (SELECT tenant()));
