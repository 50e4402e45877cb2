ALTER TABLE list_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON list_import TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (list_import.account_id IS NULL OR EXISTS (SELECT FROM account p WHERE p.id = list_import.account_id))
    AND (list_import.file_id IS NULL OR EXISTS (SELECT FROM list_file p WHERE p.id = list_import.file_id)));
