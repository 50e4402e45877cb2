ALTER TABLE member_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_identity TO adieu_tenant
  USING (EXISTS (SELECT FROM member p WHERE p.id = member_identity.member_id));
