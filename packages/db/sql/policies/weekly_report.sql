ALTER TABLE weekly_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON weekly_report TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = weekly_report.account_id))
  WITH CHECK (EXISTS (SELECT FROM account p WHERE p.id = weekly_report.account_id)
    AND EXISTS (SELECT FROM member p WHERE p.id = weekly_report.member_id));
