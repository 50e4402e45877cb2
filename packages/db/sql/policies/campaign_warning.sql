ALTER TABLE campaign_warning ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_warning TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_warning.campaign_id));
