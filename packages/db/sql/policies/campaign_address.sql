ALTER TABLE campaign_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_address TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_address.campaign_id));
