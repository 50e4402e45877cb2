ALTER TABLE controller_reactivation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON controller_reactivation TO adieu_tenant
  USING (EXISTS (SELECT FROM opt_out_request p WHERE p.id = controller_reactivation.request_id));
