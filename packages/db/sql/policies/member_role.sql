ALTER TABLE member_role ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_role TO adieu_tenant
  USING (EXISTS (SELECT FROM member p WHERE p.id = member_role.member_id))
  WITH CHECK (EXISTS (SELECT FROM member p WHERE p.id = member_role.member_id)
    AND (member_role.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = member_role.account_id)));
