ALTER TABLE list_import_remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON list_import_remark TO adieu_tenant
  USING (EXISTS (SELECT FROM list_import p WHERE p.id = list_import_remark.import_id));
