ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitation TO adieu_tenant
  USING (EXISTS (SELECT FROM member p WHERE p.id = invitation.member_id));
