ALTER TABLE digest_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON digest_item TO adieu_tenant
  USING (EXISTS (SELECT FROM digest p WHERE p.id = digest_item.digest_id))
  WITH CHECK (EXISTS (SELECT FROM digest p WHERE p.id = digest_item.digest_id)
    AND EXISTS (SELECT FROM opt_out_request p WHERE p.id = digest_item.request_id));
