ALTER TABLE machine_signal ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON machine_signal TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND (machine_signal.message_id IS NULL OR EXISTS (SELECT FROM message p WHERE p.id = machine_signal.message_id))
    AND EXISTS (SELECT FROM recipient p WHERE p.id = machine_signal.recipient_id)
    AND (machine_signal.request_id IS NULL OR EXISTS (SELECT FROM opt_out_request p WHERE p.id = machine_signal.request_id)));
