ALTER TABLE given_reason ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON given_reason TO adieu_tenant
  USING (EXISTS (SELECT FROM opt_out_request p WHERE p.id = given_reason.request_id));
