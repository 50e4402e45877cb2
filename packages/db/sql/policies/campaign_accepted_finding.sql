ALTER TABLE campaign_accepted_finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_accepted_finding TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_accepted_finding.campaign_id));
