ALTER TABLE audience_export ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audience_export TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM account p WHERE p.id = audience_export.account_id)
    AND EXISTS (SELECT FROM address_book p WHERE p.id = audience_export.address_book_id)
    AND (audience_export.api_key_id IS NULL OR EXISTS (SELECT FROM api_key p WHERE p.id = audience_export.api_key_id))
    AND (audience_export.topic_id IS NULL OR EXISTS (SELECT FROM topic p WHERE p.id = audience_export.topic_id))
    AND (audience_export.unfiltered_export_id IS NULL OR EXISTS (SELECT FROM unfiltered_export p WHERE p.id = audience_export.unfiltered_export_id)));
