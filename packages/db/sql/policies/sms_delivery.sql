ALTER TABLE sms_delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sms_delivery TO adieu_tenant USING (EXISTS (SELECT FROM message p WHERE p.id = sms_delivery.message_id));
