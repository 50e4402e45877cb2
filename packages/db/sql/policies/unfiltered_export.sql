ALTER TABLE unfiltered_export ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON unfiltered_export TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM address_book p WHERE p.id = unfiltered_export.address_book_id));
