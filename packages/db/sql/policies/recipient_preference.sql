ALTER TABLE recipient_preference ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON recipient_preference TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = recipient_preference.account_id))
  WITH CHECK (EXISTS (SELECT FROM account p WHERE p.id = recipient_preference.account_id)
    AND EXISTS (SELECT FROM recipient p WHERE p.id = recipient_preference.recipient_id));
