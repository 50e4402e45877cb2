ALTER TABLE leave_reason ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON leave_reason TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = leave_reason.account_id));
