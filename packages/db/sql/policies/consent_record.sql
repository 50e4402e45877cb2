ALTER TABLE consent_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON consent_record TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM account p WHERE p.id = consent_record.account_id)
    AND EXISTS (SELECT FROM recipient p WHERE p.id = consent_record.recipient_id));
