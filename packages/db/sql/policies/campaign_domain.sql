ALTER TABLE campaign_domain ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_domain TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_domain.campaign_id));
