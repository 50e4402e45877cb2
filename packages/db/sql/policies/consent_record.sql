ALTER TABLE consent_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON consent_record TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM account p WHERE p.id = consent_record.account_id)
    AND EXISTS (SELECT FROM recipient p WHERE p.id = consent_record.recipient_id));
-- No foreign key says whose list it is, and the engine acts on it later. Only what is written: what it refers to may have gone since.
CREATE POLICY refers ON consent_record AS RESTRICTIVE FOR INSERT TO adieu_tenant
  WITH CHECK ((consent_record.list_id = (SELECT tenant()) OR EXISTS (SELECT FROM account p WHERE p.id = consent_record.list_id)));
