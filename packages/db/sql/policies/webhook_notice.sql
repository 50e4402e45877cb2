ALTER TABLE webhook_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_notice TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM inbound_message p WHERE p.id = webhook_notice.inbound_message_id));
