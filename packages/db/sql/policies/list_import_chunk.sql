ALTER TABLE list_import_chunk ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON list_import_chunk TO adieu_tenant
  USING (EXISTS (SELECT FROM list_import p WHERE p.id = list_import_chunk.import_id));
