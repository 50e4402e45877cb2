ALTER TABLE sender_domain ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sender_domain TO adieu_tenant USING (organisation_id = (SELECT tenant()));
