ALTER TABLE deletion ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deletion TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (deletion.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = deletion.account_id)));
