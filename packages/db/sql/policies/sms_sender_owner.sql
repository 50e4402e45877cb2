ALTER TABLE sms_sender_owner ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sms_sender_owner TO adieu_tenant USING (organisation_id = (SELECT tenant()));
