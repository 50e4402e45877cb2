ALTER TABLE member_session ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_session TO adieu_tenant
  USING (EXISTS (SELECT FROM member p WHERE p.id = member_session.member_id));
