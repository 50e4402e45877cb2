ALTER TABLE digest ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON digest TO adieu_tenant USING (EXISTS (SELECT FROM member p WHERE p.id = digest.member_id));
