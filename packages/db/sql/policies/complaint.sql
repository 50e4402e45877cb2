ALTER TABLE complaint ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON complaint TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (complaint.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = complaint.account_id)));
