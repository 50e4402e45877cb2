ALTER TABLE suppression ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON suppression TO adieu_tenant
  USING (list_id = (SELECT tenant()) OR EXISTS (SELECT FROM account p WHERE p.id = suppression.list_id));
