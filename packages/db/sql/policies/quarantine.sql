ALTER TABLE quarantine ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON quarantine TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM campaign p WHERE p.id = quarantine.campaign_id));
