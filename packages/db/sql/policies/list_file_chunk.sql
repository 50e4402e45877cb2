ALTER TABLE list_file_chunk ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON list_file_chunk TO adieu_tenant
  USING (EXISTS (SELECT FROM list_file p WHERE p.id = list_file_chunk.file_id));
