ALTER TABLE complaint ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON complaint TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (complaint.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = complaint.account_id)));
-- Complaints of a campaign pause it.
CREATE POLICY refers ON complaint AS RESTRICTIVE FOR INSERT TO adieu_tenant
  WITH CHECK ((complaint.campaign_id IS NULL OR EXISTS (SELECT FROM campaign p WHERE p.id = complaint.campaign_id)));
