ALTER TABLE short_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON short_link TO adieu_tenant USING (EXISTS (SELECT FROM message p WHERE p.id = short_link.message_id));
