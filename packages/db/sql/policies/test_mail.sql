ALTER TABLE test_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON test_mail TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = test_mail.campaign_id))
  WITH CHECK (EXISTS (SELECT FROM campaign p WHERE p.id = test_mail.campaign_id)
    AND EXISTS (SELECT FROM account p WHERE p.id = test_mail.account_id)
    AND (test_mail.contact_id IS NULL OR EXISTS (SELECT FROM contact p WHERE p.id = test_mail.contact_id))
    AND EXISTS (SELECT FROM recipient p WHERE p.id = test_mail.recipient_id));
