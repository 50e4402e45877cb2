ALTER TABLE webhook_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_notice TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (webhook_notice.inbound_message_id IS NULL OR EXISTS (SELECT FROM inbound_message p WHERE p.id = webhook_notice.inbound_message_id))
    AND (webhook_notice.list_import_id IS NULL OR EXISTS (SELECT FROM list_import p WHERE p.id = webhook_notice.list_import_id)));
