ALTER TABLE opt_out_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON opt_out_evidence TO adieu_tenant USING (organisation_id = (SELECT tenant()));
