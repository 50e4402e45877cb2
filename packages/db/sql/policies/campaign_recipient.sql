ALTER TABLE campaign_recipient ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_recipient TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_recipient.campaign_id));
