ALTER TABLE message ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON message TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = message.campaign_id));
